//! What this room says, in every language of messages.

use crate::diag::Phrase;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $ru:literal;)*) => {
        $($(#[$doc])* pub static $name: Phrase = Phrase { en: $en, ru: $ru };)*
    };
}

phrases! {
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
    /// Nothing to be counted.
    NOTHING: "There is nothing to count here.", "Здесь нечего считать.";

    /// A report that does not exist.
    NO_REPORT: "there is no report “{name}”; there are: {names}", "отчёта «{name}» нет; есть: {names}";
    /// A list that needs a file.
    CSV_ONLY: "the list is written as CSV; name a file that ends with .csv: “{path}”", "список записывается в виде CSV; укажите файл с окончанием .csv: «{path}»";
    /// A translation into the language it comes from.
    SAME_LANGUAGE: "a translation from {code} into {code} is none; choose another language with --from", "перевод с {code} на {code} невозможен; укажите другой язык с помощью --from";
    /// A list that was written.
    LISTED: "{path}: {number} texts to translate; fill the column “{code}” and leave the others as they are", "{path}: текстов для перевода — {number}; заполните столбец «{code}», остальные не меняйте";
    /// A file that cannot be read.
    NOT_READ: "“{path}” cannot be read: {words}", "файл «{path}» не читается: {words}";

    /// Why a table cannot be taken.
    TOO_LARGE: "it is larger than a list of translations can be", "он больше, чем может быть список переводов";
    /// Why a table cannot be taken.
    NOT_UTF8: "it is not saved as UTF-8; in the spreadsheet program choose “CSV UTF-8” when saving", "он сохранён не в UTF-8; при сохранении в программе таблиц выберите «CSV UTF-8»";
    /// Why a table cannot be taken.
    IS_WORKBOOK: "it is a workbook; save the sheet as “CSV UTF-8”", "это книга с таблицами; сохраните лист как «CSV UTF-8»";
    /// Why a table cannot be taken.
    BROKEN_TABLE: "line {line} has another number of cells than the headings; a quotation mark may be missing", "в строке {line} не столько ячеек, сколько заголовков; возможно, не хватает кавычки";
    /// Why a table cannot be taken.
    NO_COLUMN: "the column “{name}” is missing; keep the headings of the list as they were written", "нет столбца «{name}»; оставьте заголовки списка такими, какими они были записаны";
    /// Why a table cannot be taken.
    NO_LANGUAGE: "no column is named after one language only: en, ru, kk, ky, tg, tk or uz", "нет столбца, названного по одному языку: en, ru, kk, ky, tg, tk или uz";
    /// Why a table cannot be taken.
    COLUMN_TWICE: "the column “{name}” stands there twice", "столбец «{name}» указан дважды";

    /// Why a row is refused.
    RECORD_GONE: "there is no such record any more; ask for a new list", "такой записи больше нет; запросите новый список";
    /// Why a row is refused.
    PLACE_GONE: "the record has no such text any more; ask for a new list", "в записи больше нет такого текста; запросите новый список";
    /// Why a row is refused.
    CHANGED: "the original has changed since the list was written; ask for a new list and translate it again", "с тех пор как список записан, оригинал изменился; запросите новый список и переведите заново";
    /// Why a row is refused.
    EXISTS: "the record has another translation already: “{text}”; nothing is overwritten — to change it, edit the record", "в записи уже есть другой перевод: «{text}»; он не заменяется — чтобы изменить его, исправьте запись";
    /// Why a row is refused.
    TWICE: "line {line} translates the same text", "тот же текст переведён в строке {line}";
    /// Why a row is refused.
    LETTERS_LOST: "letters were lost in “{word}”; type the translation again and save the table as UTF-8", "в слове «{word}» потеряны буквы; введите перевод заново и сохраните таблицу в UTF-8";
    /// Why a row is refused.
    OTHER_ALPHABET: "“{word}” is not in the alphabet in which {language} is written here", "«{word}» написано не тем алфавитом, который здесь принят для этого языка ({language})";
    /// Why a row is refused.
    MIXED: "“{word}” mixes Latin and Cyrillic letters that look alike; type the word again", "в слове «{word}» смешаны похожие латинские и кириллические буквы; введите его заново";
    /// Why a row is refused.
    INVISIBLE: "the translation holds an invisible character ({name}); type it again", "в переводе есть невидимый знак ({name}); введите перевод заново";
    /// Why a row is refused.
    ONE_LINE: "this text is one line; remove the line breaks", "этот текст состоит из одной строки; уберите переводы строки";
    /// Why a row is refused.
    CITATIONS: "the translation does not cite the same sources as the original ({names})", "источники в переводе не те, что в оригинале ({names})";
    /// Why a row is refused.
    MARKDOWN: "texts have no such marking: “{word}”", "такой разметки в текстах нет: «{word}»";
    /// Why a row is refused.
    NO_ROOM: "the place in the file cannot be edited for certain; write the translation into the record by hand", "место в файле не удаётся изменить надёжно; впишите перевод в запись вручную";

    /// Before a row that is refused.
    REFUSED: "line {line}, {kind} {record} {pointer}: {reason}", "строка {line}, {kind} {record} {pointer}: {reason}";
    /// The count at the end.
    TALLY: "{changes} translations into {language}; refused: {refused}; empty: {empty}; there already: {there}", "переводов ({language}): {changes}; отклонено: {refused}; пустых: {empty}; уже есть: {there}";
    /// Nothing was written.
    NOT_WRITTEN: "Nothing was written; --write writes the translations into the records.", "Ничего не записано; --write впишет переводы в записи.";
    /// Nothing to be written.
    NOTHING_TO_WRITE: "There is nothing to write.", "Записывать нечего.";
    /// It was written.
    WRITTEN: "Written into {files} files.", "Записано в файлы: {files}.";
    /// Faults that the translations would make.
    FAULTY: "Nothing was written: with these translations the workspace would have new errors.", "Ничего не записано: с этими переводами в рабочей области появились бы новые ошибки.";
    /// More translations than are shown.
    AND_MORE: "… and {number} more", "… и ещё {number}";
}
