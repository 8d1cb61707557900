//! What the index says, in every language of messages.

use crate::diag::{Message, messages};

messages! {
    /// The title of the index.
    TITLE: "Register of documents", "Реестр документов";
    /// Who may see it.
    EDITION: "Edition: {edition}", "Издание: {edition}";
    /// The first link, for the keyboard.
    SKIP: "Skip to the list", "К списку";
    /// The first link on the page of a document.
    SKIP_TO_DOCUMENT: "Skip to the document", "К документу";
    /// What the links of the head are.
    NAVIGATION: "Pages of the register", "Страницы реестра";
    /// A link.
    ALL_DOCUMENTS: "All documents", "Все документы";
    /// A link to the table.
    AS_TABLE: "Register as a table (CSV)", "Реестр таблицей (CSV)";
    /// A link to the page in the other language, in that language.
    OTHER_LANGUAGE: "Русский", "English";
    /// What the form is.
    FIND: "Find documents", "Поиск документов";
    /// A field of the form.
    SEARCH: "Words in titles, names or numbers", "Слова из названий, имена или номера";
    /// Below the field.
    SEARCH_HINT: "In Latin or Cyrillic letters; capitals, accents, ё and apostrophes make no difference.", "Латиницей или кириллицей; прописные буквы, диакритика, «ё» и апострофы не различаются.";
    /// A field of the form.
    STATUS: "Status", "Статус";
    /// A field of the form.
    TYPE: "Type", "Вид документа";
    /// A field of the form.
    YEAR: "Year", "Год";
    /// A field of the form.
    LANGUAGE: "Language", "Язык";
    /// A choice of the form.
    ANY: "Any", "Любой";
    /// A choice of the form.
    ANY_STATUS: "Current and earlier", "Действующие и прежние";
    /// A button.
    RESET: "Clear", "Очистить";
    /// What is heard and seen after a search.
    SHOWN: "Documents shown: {shown} of {all}", "Показано документов: {shown} из {all}";
    /// Where nothing is left.
    NONE_FOUND: "No document has all of these words and properties.", "Нет документов, где есть все эти слова и признаки.";
    /// Where nothing was released.
    NO_DOCUMENTS: "No document has been released.", "Ни один документ не выпущен.";
    /// A heading.
    CURRENT_DOCUMENTS: "Current documents", "Действующие документы";
    /// A heading.
    EARLIER_DOCUMENTS: "Superseded and withdrawn", "Заменённые и отозванные";
    /// A standing.
    CURRENT: "Current", "Действует";
    /// A standing.
    SUPERSEDED: "Superseded", "Заменён";
    /// A standing.
    WITHDRAWN: "Withdrawn", "Отозван";
    /// On the page of a document none of whose versions is current.
    NONE_CURRENT: "No version of this document is current.", "Действующей версии этого документа нет.";
    /// Of a version.
    REPLACED_BY: "Replaced by", "Заменён на";
    /// Of a version.
    REPLACES: "Replaces", "Заменяет";
    /// Of a version.
    AMENDED_BY: "Corrected or added to by", "Исправлен или дополнен";
    /// Of a version.
    AMENDS: "Corrects or adds to", "Исправляет или дополняет";
    /// A heading.
    VERSIONS: "Versions", "Версии";
    /// A heading.
    VERSION: "Version {version}", "Версия {version}";
    /// A head of a row.
    REFERENCE: "Reference", "Исх. №";
    /// A head of a row.
    DATE: "Date", "Дата";
    /// A head of a row.
    AS_OF: "Information as of", "Сведения на";
    /// A head of a row.
    MARKING: "Marking", "Отметка";
    /// A head of a column.
    TITLE_OF_FILE: "Title", "Название";
    /// A head of a column.
    SIZE: "Size", "Размер";
    /// A head of a column.
    CHECK_VALUE: "Check value (SHA-256)", "Контрольная сумма (SHA-256)";
    /// What a table is.
    FILES: "Files of version {version}", "Файлы версии {version}";
    /// At the foot.
    ABOUT_CHECK_VALUES: "The check value says whether a file is the one that was released: on Windows `certutil -hashfile FILE SHA256`, elsewhere `sha256sum FILE`.", "По контрольной сумме видно, тот ли это файл, который был выпущен: в Windows — `certutil -hashfile ФАЙЛ SHA256`, в других системах — `sha256sum ФАЙЛ`.";
    /// A size.
    KILOBYTES: "{number}\u{a0}kB", "{number}\u{a0}КБ";
    /// A size.
    MEGABYTES: "{number}\u{a0}MB", "{number}\u{a0}МБ";
    /// How many pages.
    PAGES_ONE: "{number}\u{a0}page", "{number}\u{a0}страница";
    /// How many pages.
    PAGES_FEW: "{number}\u{a0}pages", "{number}\u{a0}страницы";
    /// How many pages.
    PAGES_MANY: "{number}\u{a0}pages", "{number}\u{a0}страниц";
    /// Files that are missing or others.
    NOT_AS_RELEASED: "nothing was written: these files are not in “{folder}” as the register has them. Bring them back from where they were kept, name their folder with --from, or make them again from the commit that the register names (`chancery verify` says which)", "ничего не записано: этих файлов нет в «{folder}» в том виде, в каком они внесены в реестр. Верните их из архива, укажите их папку в --from или составьте заново из коммита, названного в реестре (его сообщает `chancery verify`)";
    /// Before a file.
    IS_MISSING: "missing: {file}", "нет файла: {file}";
    /// Before a file.
    IS_OTHER: "another check value: {file}", "другая контрольная сумма: {file}";
    /// Before a file.
    IS_UNREADABLE: "no PDF that can be drawn: {file}", "не PDF, который можно нарисовать: {file}";
    /// Of what a document printed.
    IS_OTHER_DATA: "another check value: {file} (from the repository)", "другая контрольная сумма: {file} (из репозитория)";
    /// A folder of something else.
    HOLDS_OTHER: "“{path}” holds files that are not of an index; the folder of an index is replaced as a whole, so name an empty one or a new one with --to", "в «{path}» есть файлы, не относящиеся к указателю; папка указателя заменяется целиком, поэтому укажите в --to пустую или новую";
    /// A folder of another edition.
    HOLDS_OTHER_EDITION: "“{path}” holds the index of the edition “{other}”; write that of “{edition}” to another folder with --to", "в «{path}» лежит указатель издания «{other}»; указатель издания «{edition}» запишите в другую папку с помощью --to";
    /// A folder of what documents are made from.
    IS_INPUT: "“{path}” belongs to what documents are made from; write the index to another folder with --to", "«{path}» — из того, по чему готовятся документы; запишите указатель в другую папку с помощью --to";
    /// After an index was written.
    WRITTEN: "{path}: open it in a browser; documents listed: {documents}, versions: {versions}", "{path}: откройте в браузере; документов в указателе: {documents}, версий: {versions}";
    /// Of what an edition does not have.
    WITHHELD: "versions left out, because the edition may not show all of what they are about and print as the records are now: {number}", "пропущено версий: {number} — не всё, чему они посвящены и что в них напечатано, при нынешних записях можно показывать в этом издании";
    /// A version that is left out.
    WITHHELD_REQUEST: "  {reference} {version}: its request", "  {reference} {version}: заявка";
    /// A version that is left out.
    WITHHELD_SUBJECT: "  {reference} {version}: its subject", "  {reference} {version}: предмет";
    /// A version that is left out.
    WITHHELD_PRINTED: "  {reference} {version}: it prints {records}", "  {reference} {version}: в ней напечатано: {records}";
}

/// The words that stand in the templates, by the names that they have there.
pub const WORDS: [(&str, &Message); 34] = [
    ("title", &TITLE),
    ("skip", &SKIP),
    ("skip_to_document", &SKIP_TO_DOCUMENT),
    ("navigation", &NAVIGATION),
    ("all_documents", &ALL_DOCUMENTS),
    ("as_table", &AS_TABLE),
    ("other_language", &OTHER_LANGUAGE),
    ("find", &FIND),
    ("search", &SEARCH),
    ("search_hint", &SEARCH_HINT),
    ("any", &ANY),
    ("reset", &RESET),
    ("shown", &SHOWN),
    ("none_found", &NONE_FOUND),
    ("no_documents", &NO_DOCUMENTS),
    ("current_documents", &CURRENT_DOCUMENTS),
    ("earlier_documents", &EARLIER_DOCUMENTS),
    ("none_current", &NONE_CURRENT),
    ("versions", &VERSIONS),
    ("reference", &REFERENCE),
    ("type", &TYPE),
    ("status", &STATUS),
    ("date", &DATE),
    ("as_of", &AS_OF),
    ("marking", &MARKING),
    ("language", &LANGUAGE),
    ("title_of_file", &TITLE_OF_FILE),
    ("size", &SIZE),
    ("check_value", &CHECK_VALUE),
    ("about_check_values", &ABOUT_CHECK_VALUES),
    ("replaced_by", &REPLACED_BY),
    ("replaces", &REPLACES),
    ("amended_by", &AMENDED_BY),
    ("amends", &AMENDS),
];
