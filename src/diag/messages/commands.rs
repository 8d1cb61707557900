//! What commands say of their arguments, and around what they show.

use crate::diag::message::messages;

messages! {
    /// After as many faults as are shown.
    MORE_FAULTS: "… and {n} more. Mend the ones above first, or look at one file: `chancery check PATH`.", "… и ещё {n}. Сначала исправьте то, что выше, или проверьте один файл: `chancery check ПУТЬ`.";
    /// In the place of a note.
    NOTE_COUNTED: "{counted}; `chancery check --notes` shows it", "{counted}; его показывает `chancery check --notes`";
    /// In the place of several notes.
    NOTES_COUNTED: "{counted}; `chancery check --notes` shows them", "{counted}; их показывает `chancery check --notes`";
    /// Before the wrong example of a code.
    WRONG: "Wrong:", "Неправильно:";
    /// What stands in the place of an instruction that is put together for each case.
    AS_SHOWN: "The message says what would be right here: the nearest name, or the form that is expected.", "Сообщение подсказывает, что было бы правильно: ближайшее название или требуемую форму.";
    /// Before the right example of a code.
    RIGHT: "Right:", "Правильно:";
    /// A code that does not exist.
    NO_CODE: "there is no code “{code}”; `chancery explain` lists all of them", "кода «{code}» нет; все коды выводит `chancery explain`";
    /// A code that does not exist, and one that does.
    NO_CODE_NEAR: "there is no code “{code}”; did you mean “{near}”?", "кода «{code}» нет; возможно, имелось в виду «{near}»?";
    /// A file that cannot be written.
    NOT_WRITTEN: "“{path}” cannot be written: {reason}", "«{path}» не удаётся записать: {reason}";
    /// A file that cannot be read.
    NOT_READ: "“{path}” cannot be read: {reason}", "файл «{path}» не читается: {reason}";
    /// A document that cannot be opened.
    NOT_OPENED: "the document was written and cannot be opened: {reason}", "документ записан, но не открывается: {reason}";
    /// A path at which no records are.
    NOTHING_THERE: "“{path}”: there is no file of records at this place; name a file or folder below data/, or a report.yaml", "«{path}»: здесь нет файлов с записями; укажите файл или папку внутри data/ или файл report.yaml";
    /// A folder that is no workspace.
    NO_WORKSPACE: "“{path}” is not a workspace: it needs the folders data/, templates/ and fonts/", "«{path}» — не рабочая область: в ней должны быть папки data/, templates/ и fonts/";
    /// A workspace without one of its folders.
    FOLDER_MISSING: "the folder “{path}” is missing, and nothing can be done without it; put it back, or name another workspace with --root", "нет папки «{path}», без неё ничего нельзя сделать; верните её на место или укажите другую рабочую область с помощью --root";
    /// No workspace from here upwards.
    NO_WORKSPACE_HERE: "there is no workspace here: no folder from this one upwards holds data/, templates/ and fonts/; go there, or name it with --root", "здесь нет рабочей области: ни в этой папке, ни в папках над ней нет data/, templates/ и fonts/; перейдите в нужную папку или укажите её с помощью --root";
    /// The current folder cannot be read.
    NO_FOLDER: "the current folder cannot be read: {reason}", "текущая папка не читается: {reason}";
    /// A kind that does not exist.
    NO_KIND: "there is no kind “{kind}”; there are: {known}, reports", "вида «{kind}» нет; есть: {known}, reports";
    /// A kind of record that does not exist.
    NO_KIND_OF_RECORD: "there is no kind of record “{kind}”; there are: {known}", "вида записей «{kind}» нет; есть: {known}";
    /// A record that does not exist.
    NO_RECORD: "there is no record “{id}”; `chancery list` shows the kinds", "записи «{id}» нет; виды записей выводит `chancery list`";
    /// Nothing to make a document of.
    NO_SUBJECTS_YET: "there is no record to make a document of", "нет записи, по которой можно подготовить документ";
    /// A report that does not exist.
    NO_REPORT: "there is no report “{report}”; there are: {known}", "отчёта «{report}» нет; есть: {known}";
    /// A parameter for a report that has none.
    NO_PARAMETERS: "nothing can be set for the report “{report}”, not “{name}” either", "для отчёта «{report}» ничего задать нельзя, в том числе «{name}»";
    /// A parameter that a report has not.
    NO_PARAMETER: "“{name}” cannot be set for the report “{report}”; what can: {known}", "для отчёта «{report}» нельзя задать «{name}»; можно: {known}";
    /// A value that a parameter does not take.
    UNFIT_ARGUMENT: "{name}={value} cannot be set: {takes}", "{name}={value} задать нельзя: {takes}";
    /// What a parameter takes.
    TAKES_RECORD: "write the id of a {kind}; `chancery list {kind}` shows them", "укажите идентификатор записи вида {kind}; их выводит `chancery list {kind}`";
    /// What a parameter takes.
    TAKES_CHOICE: "write one of {known}", "укажите одно из: {known}";
    /// What a parameter takes.
    TAKES_DATE: "write a date, for example 2022-03-04, 2022-03 or 2022", "укажите дату, например 2022-03-04, 2022-03 или 2022";
    /// What a parameter takes.
    TAKES_FLAG: "write true or false", "укажите true или false";
    /// What a list that is bound has to be.
    OF_DOCUMENTS: "documents", "документов";
    /// What a list of those who receive it has to be.
    OF_RECIPIENTS: "recipients", "получателей";
    /// A document that binds others is to be bound.
    BINDS_OTHERS: "it binds other documents itself", "он сам сшивает другие документы";
    /// A record that a report makes no document of.
    NOT_MADE_OF: "the report “{report}” makes no document of “{subject}”: its `only` leaves it out", "отчёт «{report}» не составляется на «{subject}»: эту запись исключает его условие `only`";
    /// A filter that gives no answer.
    ONLY_FAILED: "the filter `only` of the report “{report}” gives no answer for “{record}”: {reason}", "условие `only` отчёта «{report}» не даёт ответа для «{record}»: {reason}";
    /// A subject for a report that takes none.
    TAKES_NO_SUBJECT: "the report “{report}” is one document and takes no subject", "отчёт «{report}» — один документ, записи для него не указывают";
    /// A subject that does not exist.
    NO_SUBJECT: "there is no {kind} “{subject}”; `chancery list {first}` shows those there are", "записи «{subject}» вида {kind} нет; имеющиеся выводит `chancery list {first}`";
    /// A language that a report is not made in.
    NOT_IN_LANGUAGE: "the report is not made in {language}; its languages are: {known}", "отчёт не выпускается на языке: {language}; его языки: {known}";
    /// An edition that does not exist.
    NO_EDITION: "there is no edition “{edition}”; data/settings.yaml names: {known}", "издания «{edition}» нет; в data/settings.yaml указаны: {known}";
    /// A folder with documents of another edition.
    OTHER_EDITION: "“{path}” holds documents of the edition “{other}”, and its manifest.json names them; write those of “{edition}” to another folder with --out", "в «{path}» лежат документы издания «{other}», и они названы в manifest.json; документы издания «{edition}» запишите в другую папку с помощью --out";
    /// A document, and others with the same fault.
    AND_OTHERS: "{document}” and {number} more, up to “{last}", "{document}» и ещё {number}, до «{last}";
    /// A day that is none.
    NO_DAY: "“{text}” is not a day; write it as 2022-03-04", "«{text}» — не день; напишите так: 2022-03-04";
    /// After a report that is made for each record.
    ONE_FOR_EACH: ", one for each {kind}", ", отдельно для каждой записи вида {kind}";
    /// After a list of records.
    COUNTED: "Records ({kinds}): {number}", "Записей ({kinds}): {number}";
    /// Before the records that refer to another.
    REFERRED_BY: "Referred to by:", "На запись ссылаются:";
    /// After a check without faults.
    ALL_RIGHT: "Records checked: {records}, reports: {reports}; no faults", "Проверено записей: {records}, отчётов: {reports}; ошибок и замечаний нет";
    /// After a check without errors.
    NO_ERRORS: "Records checked: {records}, reports: {reports}; no errors", "Проверено записей: {records}, отчётов: {reports}; ошибок нет";
    /// Instead of a count.
    NO_FAULTS: "no faults", "ошибок и замечаний нет";
}
