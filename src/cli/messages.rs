//! What commands say of files that they write, in every language of messages.

use crate::diag::messages;

messages! {
    /// A file that the stable form would change in what it says.
    FORM_LEFT: "“{path}” is left as it is: in the stable form it would not say the same. This is a fault of the program, please report it", "файл «{path}» оставлен без изменений: в единой форме его смысл изменился бы. Это ошибка программы, сообщите о ней";
    /// Files that cannot be written.
    FORM_NOT_WRITTEN: "“{path}” cannot be written: {reason}; no file was changed", "файл «{path}» записать не удалось: {reason}; ни один файл не изменён";
    /// After files were written.
    FORM_WRITTEN: "files in the stable form: {all}, changed: {changed}", "Файлов в единой форме: {all}, изменено: {changed}";
    /// Nothing to be written.
    FORM_STABLE: "files checked: {all}, all in the stable form", "Проверено файлов: {all}; все в единой форме";
    /// Before the first difference.
    FORM_OTHER: "files checked: {all}, in another form: {changed}; `chancery fmt` writes them. The first difference:", "Проверено файлов: {all}, в другой форме: {changed}; исправляет команда `chancery fmt`. Первое отличие:";
    /// A published schema that has another text.
    SCHEMA_STALE: "“{path}” is not as the schemas say; `chancery schema` puts it right", "файл «{path}» не соответствует схемам; исправляет команда `chancery schema`";
    /// A published schema of no kind.
    SCHEMA_LEFT_OVER: "“{path}” belongs to no kind of record; `chancery schema` removes it", "файл «{path}» не относится ни к одному виду записей; удаляет команда `chancery schema`";
    /// Settings of an editor that are not plain JSON.
    SETTINGS_NOT_JSON: "“{path}” is not plain JSON, and what is in it would be lost; take its comments out, or move it away", "файл «{path}» — не обычный JSON, и его содержимое было бы утрачено; уберите из него комментарии или переместите его";
    /// A document that nothing asks for.
    NO_DOCUMENT: "no document is called “{document}”; `chancery build --plan` lists them", "документа «{document}» нет; список выводит `chancery build --plan`";
    /// A document without an earlier state.
    NOT_THERE_THEN: "“{document}” is not known as it was then ({since}); `--since` takes a released version, a revision or a day", "«{document}»: прежнее состояние ({since}) неизвестно; в `--since` указывают выпущенную версию, ревизию или день";
    /// What is looked for where nobody says since when.
    ANY_VERSION: "no version of it was released", "ни одна версия не выпущена";
    /// A day before the repository.
    NO_COMMIT_THEN: "the repository is younger than {since}", "репозиторий создан позже: {since}";
    /// A revision with faults.
    FAULTY_THEN: "the records had faults then ({since}), and no document was made of them; `--since` takes a later revision", "в записях тогда были ошибки ({since}), и документы по ним не составлялись; укажите в `--since` более позднюю ревизию";
    /// Before the facts that changed.
    CHANGED_SINCE: "{document}, since {since}: facts changed: {number}", "{document}, с {since}: изменилось сведений: {number}";
    /// Before a fact.
    BECAME_ADDED: "added  ", "новое   ";
    /// Before a fact.
    BECAME_CHANGED: "changed", "изменено";
    /// Before a fact.
    BECAME_REMOVED: "removed", "убрано  ";
    /// The ledger is right.
    LEDGER_IS_WHOLE: "“{path}” is as it was written: lines: {number}, the last one {head}", "«{path}» не изменялся: строк: {number}, последняя: {head}";
    /// The ledger is not right.
    LEDGER_IS_BROKEN: "“{path}” is not as it was written: {reason}; lines before it that hold: {number}", "«{path}» изменён: {reason}; верных строк перед этим: {number}";
    /// The end of the ledger was taken off.
    LEDGER_WITHOUT_HEAD: "“{path}” has no line {head}: lines were taken off its end, or it was written anew", "в «{path}» нет строки {head}: строки в конце удалены или журнал создан заново";
    /// A file that is no report of a mail server.
    NO_NOTIFICATION: "“{path}” is no report of a mail server about a message", "«{path}» — не уведомление почтового сервера о письме";
    /// After a report was read.
    BOUNCES_ENTERED: "{path}: documents that did not arrive: {number}", "{path}: недоставленных документов: {number}";
}
