//! What a comparison says, in every language of messages.

use crate::diag::messages;

messages! {
    /// The title of a comparison.
    TITLE: "What changed in the documents", "Что изменилось в документах";
    /// What was compared.
    BETWEEN: "Before: {old}. After: {new}.", "Было: {old}. Стало: {new}.";
    /// How many documents stand in which way.
    COUNTS: "Documents: {all}; added: {added}, changed: {changed}, gone: {gone}, the same: {same}.", "Документов: {all}; новых: {added}, изменено: {changed}, больше нет: {gone}, без изменений: {same}.";
    /// Where nothing differs.
    NOTHING: "No document differs.", "Ни один документ не отличается.";
    /// A heading.
    FACTS: "Facts", "Сведения";
    /// Under the heading of facts.
    NO_FACTS: "No printed value differs.", "Ни одно напечатанное значение не отличается.";
    /// A heading.
    DOCUMENTS: "Documents", "Документы";
    /// A head of a column.
    RECORD: "Record", "Запись";
    /// A head of a column.
    FIELD: "Field", "Поле";
    /// A head of a column.
    BEFORE: "Before", "Было";
    /// A head of a column.
    AFTER: "After", "Стало";
    /// A head of a column.
    DOCUMENT: "Document", "Документ";
    /// A head of a column.
    STANDING: "Change", "Изменение";
    /// A head of a column.
    PAGES: "Pages", "Страницы";
    /// The picture of two pages over each other.
    DIFFERENCE: "Difference: orange was taken out, blue is new", "Отличие: оранжевое убрано, синее — новое";
    /// The title of a row of pictures.
    PAGE: "Page {number}", "Страница {number}";
    /// What a picture shows.
    PICTURE: "{document}, page {number}: {side}", "{document}, страница {number}: {side}";
    /// In the place of a page that was not there, or is not there any more.
    NO_PAGE: "no such page", "такой страницы нет";
    /// How a document stands.
    ADDED: "added", "новый";
    /// How a document stands.
    GONE: "gone", "больше нет";
    /// How a document stands.
    CHANGED: "changed", "изменён";
    /// How a document stands.
    SAME: "the same", "без изменений";
    /// Of a document.
    IS_STALE: "it cannot be made any more, and the file is that of an earlier build", "его больше не удаётся подготовить, файл остался от прежней сборки";
    /// Of a document.
    HAS_FAILED: "it cannot be made", "его не удаётся подготовить";
    /// Of a document.
    OLD_FILE_CHANGED: "the file before is missing or was changed by another hand", "прежнего файла нет или он изменён не программой";
    /// Of a document.
    NEW_FILE_CHANGED: "the new file is missing or was changed by another hand", "нового файла нет или он изменён не программой";
    /// Of a document.
    UNKNOWN: "the values printed before or after are not kept beside the file, so only the pages are compared", "прежние или новые значения рядом с файлом не сохранились, поэтому сравниваются только страницы";
    /// Of a document whose pages look alike.
    LOOKS_THE_SAME: "every page looks as it did", "все страницы выглядят по-прежнему";
    /// What is compared, before it is made.
    MAKING: "making the documents of {name}", "подготовка документов: {name}";
    /// What the records are called as they stand.
    AS_THEY_STAND: "the records as they stand", "записи в нынешнем виде";
    /// What is neither a folder nor a revision.
    NEITHER: "“{name}” is neither a folder of documents with manifest.json nor a revision of the repository ({reason})", "«{name}» — не папка документов с manifest.json и не версия из репозитория ({reason})";
    /// A program that is not there.
    NO_GIT: "git cannot be started: {reason}", "git не запускается: {reason}";
    /// A revision of another time.
    NO_WORKSPACE_THEN: "“{name}” has no workspace in “{path}”", "в версии «{name}» нет рабочей области в «{path}»";
    /// A folder that a comparison would be written into.
    REPORT_IS_INPUT: "the report of a comparison cannot be written to “{path}”, which holds what is compared or what documents are made from; name another folder with --report", "отчёт о сравнении нельзя записать в «{path}»: там то, что сравнивается, или то, по чему готовятся документы; укажите другую папку в --report";
    /// After a comparison.
    WRITTEN: "{path}: open it in a browser; {summary} is for a merge request", "{path}: откройте в браузере; {summary} — для запроса на слияние";
    /// After the first rows.
    MORE: "and {count} more, see {path}", "и ещё {count}, см. {path}";
}
