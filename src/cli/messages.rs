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
}
