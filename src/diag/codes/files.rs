//! Faults of files as such: what cannot be read at all.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A file that cannot be read.
    FILE_UNREADABLE = "file-unreadable" Error
        en "The file “{path}” cannot be read: {reason}." => "See to it that the file is there and that you may read it."
        ru "Файл «{path}» не читается: {reason}." => "Проверьте, что файл на месте и что у вас есть право его читать."
        wrong "data/wells/third-well.yaml/third-well.yaml";
    /// A link in the place of a file or folder.
    FILE_LINK = "file-link" Error
        en "“{path}” is a link, and nothing behind it is read." => "Put the file or the folder itself in its place; a workspace holds its own files."
        ru "«{path}» — ссылка, и то, на что она указывает, не прочитано." => "Поместите на её место сам файл или саму папку: все файлы рабочей области лежат в ней самой."
        wrong "data/wells/third-well.yaml" is Link;
    /// Folders within folders without end.
    FOLDER_TOO_DEEP = "folder-too-deep" Error
        en "The folder “{path}” is not read: it lies more than {limit} folders deep." => "Move its files into a folder further up."
        ru "Папка «{path}» не прочитана: глубина вложения папок больше {limit}." => "Переместите её файлы в папку выше."
        wrong "data/wells/a/b/c/d/e/f/g/h/third-well.yaml";
    /// A file that is not UTF-8.
    FILE_NOT_UTF8 = "file-not-utf8" Error
        en "The file “{path}” is not saved as UTF-8: {reason}." => "Open it in the program it was written with and save it again with the encoding UTF-8."
        ru "Файл «{path}» сохранён не в UTF-8: {reason}." => "Откройте его в той программе, в которой он был написан, и сохраните заново в кодировке UTF-8."
        wrong "data/wells/third-well.yaml" is Encoding("Windows-1251");
    /// A file larger than a record can be.
    FILE_TOO_LARGE = "file-too-large" Error
        en "The file “{path}” has {size} bytes; a file of records has at most {limit}." => "Split it into several files."
        ru "Размер файла «{path}» в байтах — {size}; допускается не более {limit}." => "Разделите его на несколько файлов."
        wrong "data/wells/third-well.yaml" is Megabytes(17);
    /// A line longer than a person writes.
    LINE_TOO_LONG = "line-too-long" Error
        en "This line is longer than {limit} bytes; the file is not read." => "Break the text into lines of ordinary length. Perhaps the file is no record at all."
        ru "Эта строка длиннее {limit} байт; файл не прочитан." => "Разбейте текст на строки обычной длины. Возможно, этот файл вовсе не запись."
        wrong "data/wells/third-well.yaml" is Times(60_000);
    /// A file of records that lies in no folder of a kind.
    FILE_MISPLACED = "file-misplaced" Error
        en "The file “{path}” is not read: records lie in the folders below data/." => "Move it into the folder of its kind."
        ru "Файл «{path}» не прочитан: записи хранятся в папках внутри data/." => "Переместите его в папку его вида."
        wrong "data/third-well.yaml";
    /// A file of records whose name a program has made longer.
    FILE_ENDING = "file-ending" Error
        en "The file “{path}” is not read: its name does not end in .yaml." => "Rename it to {name}"
        ru "Файл «{path}» не прочитан: его имя не оканчивается на .yaml." => "Переименуйте его в {name}"
        wrong "data/wells/third-well.yaml.txt";
    /// More files than a workspace can have.
    FILES_TOO_MANY = "files-too-many" Error
        en "The folder “{path}” holds more than {limit} files; none of them was read." => "Move what is no record out of the folder."
        ru "В папке «{path}» более {limit} файлов; ни один из них не прочитан." => "Уберите из папки всё, что не является записями."
        wrong "data/wells" is Files(100_001);
    /// More faults in a file than anybody can read at once.
    FAULTS_TOO_MANY = "faults-too-many" Error
        en "There are more than {limit} faults here; those after this place are not told." => "Mend the first ones, then check again. Perhaps the file is no record at all."
        ru "Здесь более {limit} ошибок; ошибки после этого места не показаны." => "Исправьте первые и повторите проверку. Возможно, этот файл вовсе не запись."
        wrong "data/wells/third-well.yaml" is Times(1000);
}
