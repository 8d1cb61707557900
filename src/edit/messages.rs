//! What mending says, in every language of messages.

use crate::diag::messages;
pub use crate::diag::messages::{NO_KIND_OF_RECORD, NO_RECORD};

messages! {
    /// Why a file is left as it is.
    LEFT_LINK: "“{path}” is not written: it is a link or lies behind one; put the file or the folder itself in the place of the link.", "«{path}» не записан: это ссылка, или он лежит за ссылкой; поместите на её место сам файл или саму папку.";
    /// Why a file is left as it is.
    LEFT_READ_ONLY: "“{path}” is left as it is: it may only be read; allow writing and try again.", "«{path}» не изменён: он доступен только для чтения; разрешите запись и повторите.";
    /// Why a file is left as it is.
    LEFT_CHANGED: "“{path}” was changed by somebody else meanwhile, and nothing was written; try again.", "«{path}» тем временем изменён кем-то другим, поэтому ничего не записано; повторите.";
    /// Why a file is left as it is.
    LEFT_TAKEN: "there is already a file “{path}”; nothing was written.", "файл «{path}» уже есть; ничего не записано.";
    /// Repairs that would do harm.
    LEFT_WORSE: "“{path}”: a repair was not made, because the file would be read less well after it; mend the place by hand.", "«{path}»: одно из исправлений не сделано, потому что после него файл читался бы хуже; исправьте это место вручную.";
    /// Repairs that undo each other.
    UNSETTLED: "“{path}”: the repairs of this file come to no end, so none was made; mend it by hand.", "«{path}»: исправления этого файла не кончаются, поэтому ни одно не сделано; исправьте файл вручную.";
    /// After fixes.
    REPAIRED: "Repairs made: {repairs}, files changed: {files}.", "Сделано исправлений: {repairs}, изменено файлов: {files}.";
    /// After fixes that were only shown.
    WOULD_REPAIR: "Repairs to be made: {repairs}, files to be changed: {files}. Nothing was written.", "Можно сделать исправлений: {repairs}, изменить файлов: {files}. Ничего не записано.";
    /// Where there is nothing to fix.
    NOTHING_TO_REPAIR: "There is nothing that can be repaired without you.", "Исправлять без вашего участия нечего.";
    /// A record that is not there.
    NO_RECORD_NEAR: "there is no record “{id}”; did you mean “{near}”?", "записи «{id}» нет; возможно, имелось в виду «{near}»?";
    /// Two records of one id.
    ID_TWICE: "two records have the id “{id}”; change one of them by hand first", "идентификатор «{id}» носят две записи; сначала измените одну из них вручную";
    /// An id of another form.
    NOT_AN_ID: "“{id}” is not an id: use lower-case Latin letters, digits and single hyphens, for example tashkent-conf-2022", "«{id}» не годится как идентификатор: используйте строчные латинские буквы, цифры и одиночные дефисы, например tashkent-conf-2022";
    /// An id that is the name of a device.
    ID_DEVICE: "“{id}” cannot be an id, because Windows stores no file of this name; choose another one, for example {id}-1", "«{id}» не может быть идентификатором: Windows не хранит файлы с таким именем; выберите другой, например {id}-1";
    /// The same id again.
    ID_SAME: "the record has the id “{id}” already; name the id that it should get", "у записи уже есть идентификатор «{id}»; укажите тот, который ей нужно дать";
    /// An id in use.
    ID_TAKEN: "another record has the id “{id}” already; choose another one", "идентификатор «{id}» уже занят; выберите другой";
    /// Files that cannot be read.
    MEND_FIRST: "these files cannot be read in whole, and may name the record; mend them first", "эти файлы читаются не полностью, а в них может упоминаться запись; сначала исправьте их";
    /// An id that cannot be replaced.
    UNCLEAR: "“{id}” is written in another way here and cannot be replaced; write it out first:", "«{id}» записан здесь иначе, и заменить его нельзя; сначала напишите его полностью:";
    /// A word with two meanings in a filter.
    IN_FILTER: "“{id}” stands in these filters or rules, and is also an ordinary word in records; change the filters by hand first:", "«{id}» стоит в этих фильтрах или правилах, но в записях это ещё и обычное слово; сначала измените фильтры вручную:";
    /// A fixed word in a template.
    IN_TEMPLATE: "templates print the words of “{id}”, by its id or put together from its parts; change these lines first:", "шаблоны печатают слова «{id}» — по идентификатору или составляя его из частей; сначала измените эти строки:";
    /// A record that others point to.
    IN_USE: "“{id}” is not removed, because something points to it; change these lines first:", "«{id}» не удаляется, потому что на эту запись есть ссылки; сначала измените эти строки:";
    /// A record that shares its lines.
    BY_HAND: "“{id}” shares its lines with other records; remove it by hand:", "запись «{id}» стоит в одних строках с другими; удалите её вручную:";
    /// New errors.
    WOULD_BREAK: "nothing was changed, because the workspace would have these errors afterwards", "ничего не изменено, потому что после этого появились бы указанные ошибки";
    /// After another id.
    RENAMED: "“{old}” is now “{new}”. Places changed: {places}, files: {files}.", "«{old}» теперь «{new}». Изменено мест: {places}, файлов: {files}.";
    /// Before another id.
    WOULD_RENAME: "“{old}” would become “{new}”. Places to be changed: {places}, files: {files}. Nothing was written.", "«{old}» станет «{new}». Изменится мест: {places}, файлов: {files}. Ничего не записано.";
    /// Templates that hold the old id.
    LOOK_AT_TEMPLATES: "these lines of templates hold “{id}” in quotes and were not changed; look at them:", "в этих строках шаблонов «{id}» стоит в кавычках; они не изменены, проверьте их:";
    /// Comments that hold the old id.
    LOOK_AT_COMMENTS: "these comments speak of “{id}” and were not changed; look at them:", "в этих комментариях упоминается «{id}»; они не изменены, проверьте их:";
    /// After a record has gone.
    REMOVED: "“{id}” is removed.", "«{id}»: запись удалена.";
    /// Before a record goes.
    WOULD_REMOVE: "“{id}” would be removed. Nothing was written.", "«{id}»: запись будет удалена. Ничего не записано.";
    /// After a scaffold was written.
    BEGUN: "{path} is begun. Fill in what stands empty between quotes or after a colon; `chancery check {path}` names what is left.", "Создан файл {path}. Заполните пустые кавычки и пустые места после двоеточий; `chancery check {path}` покажет, что ещё не заполнено.";
    /// After a workspace was begun.
    WORKSPACE_BEGUN: "A workspace is begun in {path}. What is in its records is an example; put your own in its place. `chancery check` checks it, `chancery report {report}` makes its report.", "Рабочая область создана: {path}. Записи в ней — примеры; замените их своими. Проверка: `chancery check`; выпуск отчёта: `chancery report {report}`.";
    /// A folder that holds something.
    NOT_EMPTY: "“{path}” holds something already, and nothing was written; name a new or an empty folder: chancery init FOLDER", "в «{path}» уже что-то есть, поэтому ничего не записано; укажите новую или пустую папку: chancery init ПАПКА";
    /// A report that is there.
    REPORT_TAKEN: "there is already a folder “{path}”; nothing was written, choose another name", "папка «{path}» уже есть; ничего не записано, выберите другое имя";
    /// A name of another form.
    NOT_A_REPORT_NAME: "“{name}” is not a name for a report: use lower-case Latin letters, digits and single hyphens, for example yearly-overview", "«{name}» не годится как имя отчёта: используйте строчные латинские буквы, цифры и одиночные дефисы, например yearly-overview";
    /// A workspace without a kind of its own.
    NO_OWN_KIND: "a report prints records, and there is no kind of record yet; begin with a schema in data/schema/", "отчёт печатает записи, а видов записей ещё нет; начните со схемы в data/schema/";
    /// After a report was begun.
    REPORT_BEGUN: "{path} is begun. It prints the records of the kind {kind}; `chancery report {name}` makes it.", "Создана папка {path}. Отчёт печатает записи вида {kind}; выпуск отчёта: `chancery report {name}`.";
    /// How a scaffold is filled in.
    SCAFFOLD_HOW: "Fill in what stands empty between quotes; free text stays in straight double quotes. A number, true or false goes after its colon without quotes.", "Заполните пустые кавычки; обычный текст остаётся в прямых двойных кавычках. Число, true (да) или false (нет) пишется после двоеточия без кавычек.";
    /// Before the fields that may be left out.
    SCAFFOLD_REST: "What follows may be left out. To use a field, remove the # at the start of its lines and replace the example.", "Поля ниже необязательны. Чтобы использовать поле, удалите знак # в начале его строк и замените пример.";
    /// The words that a field takes.
    SCAFFOLD_CHOICE: "One of: {words}.", "Одно из: {words}.";
    /// Before an example.
    SCAFFOLD_EXAMPLE: "Example:", "Пример:";
    /// After a check in a row of checks.
    CHECKED: "──── Check {n}: {counts}. Waiting for changes; Ctrl-C ends. ────", "──── Проверка {n}: {counts}. Ожидание изменений; Ctrl-C — выход. ────";
    /// More files than the system watches for one person.
    WATCHES_SPENT: "the system watches no more files for one person", "система не следит за бо́льшим числом файлов одного пользователя";
    /// A watch from which nothing comes any more.
    WATCH_ENDED: "the system watches no longer", "система больше не следит";
    /// A system that cannot watch.
    CANNOT_WATCH: "the folder cannot be watched: {reason}", "следить за папкой не удаётся: {reason}";
}
