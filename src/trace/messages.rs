//! What is said of the way back from a printed value, in every language of messages.

use crate::diag::messages;

messages! {
    /// Before the places.
    PRINTED_IN: "{document}: “{text}” is printed, places: {number}", "{document}: «{text}» напечатано, мест: {number}";
    /// Before the places of a page.
    ON_PAGE: "{document}: page {page}, values: {number}", "{document}: страница {page}, значений: {number}";
    /// A page that is not there.
    NOT_ON_PAGE: "“{document}” has no page {page}; it has pages: {number}", "в «{document}» нет страницы {page}; всего страниц: {number}";
    /// Words that no value says.
    NOT_PRINTED: "“{text}” is in none of the values that “{document}” prints; words that a template itself adds are not traced", "«{text}» нет ни в одном из значений, которые печатает «{document}»; слова, добавленные самим шаблоном, не отслеживаются";
    /// Nothing to look for.
    NO_WORDS: "write what to look for: a figure, a date or a name as it is printed", "укажите, что искать: число, дату или имя, как они напечатаны";
    /// A record and its field.
    IN_RECORD: "record {record} ({label}), field {field}", "запись {record} ({label}), поле {field}";
    /// A record that is gone.
    RECORD_GONE: "record {record}, field {field}: it is not among the records now", "запись {record}, поле {field}: сейчас среди записей её нет";
    /// A fixed word.
    IS_WORD: "a fixed word of documents: term {record}", "постоянное слово документов: термин {record}";
    /// What a document says of itself.
    IS_DOCUMENT: "what the document says of itself: {field}", "сведения о самом документе: {field}";
    /// What a document says of itself, from a record.
    IS_DOCUMENT_OF: "what the document says of itself: record {record}, field {field}", "сведения о самом документе: запись {record}, поле {field}";
    /// Nothing that is written down.
    NOT_WRITTEN_DOWN: "written in no file: set when the document was made", "ни в одном файле не записано: задано при составлении документа";
    /// A number that is counted.
    IS_COUNT: "a count: {field}{of}", "подсчёт: {field}{of}";
    /// What a count means.
    DEFINITION: "{label}: {definition}", "{label}: {definition}";
    /// What is counted.
    COUNTED_SET: "counted: records of the kind {kind} in the set {set}", "подсчитаны: записи вида {kind} в выборке {set}";
    /// The filter of the set.
    SET_WHERE: "the set: {filter}", "выборка: {filter}";
    /// The filter of the count.
    COUNT_WHERE: "of them: {filter}", "из них: {filter}";
    /// A count of different values.
    DISTINCT: "the different values of {field} are counted", "подсчитаны разные значения поля {field}";
    /// A sum.
    SUM: "the numbers of {field} are added up", "сложены числа поля {field}";
    /// A count in rows.
    DIVIDED_BY: "divided by: {fields}", "в разрезе: {fields}";
    /// Before the records that are counted.
    RECORDS: "records: {number}", "записи: {number}";
    /// A record that is counted.
    COUNTED_RECORD: "  {id}  {name}", "  {id}  {name}";
    /// Where it is written.
    STANDS_IN: "in {file}:{line}", "в {file}:{line}";
    /// The commit of a line.
    CHANGED_BY: "last changed by {commit}, {day}, {author}: {summary}", "последнее изменение: {commit}, {day}, {author}: {summary}";
    /// A line that differs from what is committed.
    NOT_COMMITTED_YET: "not committed as it stands", "в этом виде не зафиксировано";
    /// A folder without git.
    IN_NO_REPOSITORY: "not in a repository", "не в репозитории";
    /// A contested value.
    IS_CONTESTED: "contested: {claim}", "есть разночтения: {claim}";
    /// The version that is taken.
    TAKEN: "taken: {text}{sources}", "принято: {text}{sources}";
    /// A version that is not.
    NOT_TAKEN: "not taken: {text}{sources}", "не принято: {text}{sources}";
    /// Before sources of other records.
    SOURCES_OF: "it gives no source; those of what it is about: {records}", "источник не указан; источники того, о чём она: {records}";
    /// A source.
    SOURCE: "source {id}: {words}", "источник {id}: {words}";
    /// A record without sources.
    NO_SOURCE: "no source is given", "источник не указан";
}
