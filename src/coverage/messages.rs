//! What this room says, in every language of messages.

use crate::diag::messages;
pub use crate::diag::messages::NO_REPORT;

messages! {
    /// A heading.
    TRANSLATIONS: "Texts in each language", "Тексты на каждом языке";
    /// A heading.
    WORDS: "Fixed words of documents", "Постоянные слова документов";
    /// A heading.
    ALT_TEXTS: "Words that stand for pictures", "Описания изображений";
    /// A heading.
    TEXTS: "Records with narrative", "Записи с пояснительным текстом";
    /// A heading.
    SOURCES: "Records and parts of records with sources", "Записи и части записей с источниками";
    /// A heading.
    UNCONFIRMED: "Wordings that are not only our own translation", "Формулировки, которые не только наш перевод";
    /// The heading of a column.
    KIND: "kind", "вид";
    /// The heading of a column.
    PRINTED_BY: "printed by", "печатает отчёт";
    /// The heading of a column.
    TOTAL: "total", "всего";
    /// Before the places where most is missing.
    WORST: "Begin here:", "Начните отсюда:";
    /// After them.
    MORE: "and {number} more; --format csv lists all", "и ещё {number}; все перечисляет --format csv";
    /// The languages in which something is made.
    COUNTED_LANGUAGES: "Languages counted: {codes}; --all-languages counts the others.", "Учтены языки: {codes}; остальные учитывает --all-languages.";
    /// Nothing to be counted.
    NOTHING: "There is nothing to count here.", "Здесь нечего считать.";

    /// A list that needs a file.
    CSV_ONLY: "the list is written as CSV; name a file that ends with .csv: “{path}”", "список записывается в виде CSV; укажите файл с окончанием .csv: «{path}»";
    /// A list where one is already.
    LIST_TAKEN: "“{path}” is there already and is not overwritten: translations may be filled in there; name another file, for example --out {other}", "файл «{path}» уже есть и не перезаписывается: в нём могут быть заполнены переводы; укажите другой файл, например --out {other}";
    /// A translation into the language it comes from.
    SAME_LANGUAGE: "a translation from {code} into {code} is none; choose another language with --from", "перевод с {code} на {code} невозможен; укажите другой язык с помощью --from";
    /// A list that was written.
    LISTED: "{path}: {number} to translate; fill the column “{code}”, leave the others as they are, and give the file to `chancery import FILE --translations`", "{path}: текстов для перевода — {number}; заполните столбец «{code}», остальные не меняйте и передайте файл команде `chancery import ФАЙЛ --translations`";
    /// After an original that has changed.
    NOW_READS: "; now it is “{text}”", "; теперь: «{text}»";
    /// An alphabet.
    LATIN: "Latin", "латиницей";
    /// An alphabet.
    CYRILLIC: "Cyrillic", "кириллицей";
    /// The count at the end.
    TALLY: "Translations into {language}: {changes}; left out: {refused}; empty: {empty}; there already: {there}", "Переводов ({language}): {changes}; пропущено: {refused}; пустых: {empty}; уже есть: {there}";
    /// Nothing to be written.
    NOTHING_TO_WRITE: "There is nothing to write.", "Записывать нечего.";
    /// Faults that the translations would make.
    FAULTY: "Nothing is written: with these translations the workspace would have new errors.", "Ничего не записано: с этими переводами в рабочей области появились бы новые ошибки.";
    /// The cell of a list beside a fault of the record.
    PUT_IN: "with this translation", "с этим переводом";
    /// More translations than are shown.
    AND_MORE: "… and {number} more", "… и ещё {number}";
}
