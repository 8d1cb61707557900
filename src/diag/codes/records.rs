//! Faults of records as such: folder, file, id.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A folder of `data/` that no schema claims.
    FOLDER_WITHOUT_SCHEMA = "folder-without-schema" Error
        en "The folder “data/{folder}” belongs to no kind of record." => "{hint}"
        ru "Папка «data/{folder}» не относится ни к одному виду записей." => "{hint}"
        wrong "data/well/third-well.yaml";
    /// A record without id.
    ID_MISSING = "id-missing" Error
        en "The record has no `id`." => "Write as the first line: id: {expected}"
        ru "У записи нет `id`." => "Первой строкой напишите: id: {expected}";
    /// A file with nothing in it.
    RECORD_EMPTY = "record-empty" Error
        en "The file holds no record." => "Write the record, or remove the file."
        ru "В файле нет записи." => "Внесите запись или удалите файл.";
    /// A record that is not a list of fields.
    RECORD_NOT_FIELDS = "record-not-fields" Error
        en "A record is a list of fields, each a name, a colon and a value." => "Begin with: id: {expected}"
        ru "Запись состоит из полей: название, двоеточие, значение." => "Начните с: id: {expected}";
    /// A file that is not called like its record.
    ID_NOT_FILE_NAME = "id-not-file-name" Error
        en "The id “{id}” and the file name “{file}” differ." => "{hint}"
        ru "Идентификатор «{id}» и имя файла «{file}» различаются." => "{hint}";
    /// Two records of one id.
    ID_TWICE = "id-twice" Error
        en "The id “{id}” is used by two records." => "Give one of the two another id, and its file the same name; if it is only a copy, delete it."
        ru "Идентификатор «{id}» указан у двух записей." => "Дайте одной из них другой идентификатор, а её файлу — такое же имя; если это лишняя копия, удалите её.";
    /// Two ids that only capital letters tell apart.
    ID_CASE = "id-case" Error
        en "The ids “{id}” and “{other}” differ only in capital letters; on many machines their files are one." => "Give one of them another id, in lower-case letters."
        ru "Идентификаторы «{id}» и «{other}» различаются только прописными буквами; на многих компьютерах это один и тот же файл." => "Дайте одной из записей другой идентификатор, строчными буквами."
        wrong "data/wells/First-well.yaml"
        right "data/wells/another-well.yaml";
    /// A record that nothing uses.
    RECORD_UNUSED = "record-unused" Note
        en "Nothing refers to “{id}”, and no report is made of the kind {kind}." => "Refer to it where it belongs, or remove it with `chancery remove {id}`."
        ru "На «{id}» ничто не ссылается, и отчётов по записям вида {kind} нет." => "Сошлитесь на запись там, где она нужна, или удалите её: `chancery remove {id}`."
        wrong "data/sources/almanac.yaml"
        right "data/sources/almanac.yaml", "data/wells/third-well.yaml";
}
