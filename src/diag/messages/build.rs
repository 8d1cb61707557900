//! What is said when documents are built.

use crate::diag::message::messages;

messages! {
    /// Why a document was given up.
    PAST_DEADLINE: "it was not finished within {seconds} seconds, and was given up; the template may repeat something without end", "за {seconds} с документ не был готов, работа над ним прекращена; возможно, шаблон повторяет что-то без конца";
    /// Why a document was given up.
    OUT_OF_MEMORY: "it needs more than {megabytes} MB of memory, and was given up", "документу нужно больше {megabytes} МБ памяти, работа над ним прекращена";
    /// Why a document was given up.
    TYPESETTER_BROKE: "the typesetter broke down over this template", "программа вёрстки дала сбой на этом шаблоне";
    /// What to do about a document that was given up.
    MEND_WITHOUT_END: "Look in the template for what repeats or grows without end.", "Найдите в шаблоне то, что повторяется или растёт без конца.";
    /// A folder that another run writes to.
    FOLDER_HELD: "“{path}” is being written to by another run (process {holder}); waiting until it is done", "в «{path}» сейчас пишет другой запуск (процесс {holder}); ожидание, пока он закончит";
    /// A folder of the workspace that documents were to be written to.
    OUT_IS_INPUT: "“{path}” belongs to what documents are made from; write them to another folder with --out", "«{path}» — из того, по чему готовятся документы; запишите их в другую папку с помощью --out";
    /// Two documents that would have one file.
    SAME_FILE: "two documents would be called “{file}”: {first} and {second}; give one of the reports another `file`", "два документа назывались бы «{file}»: {first} и {second}; дайте одному из отчётов другое имя в `file`";
    /// A pattern that fits no document.
    NONE_FITS: "no document fits {text}; `chancery build --plan` shows all of them", "ни один документ не подходит под {text}; все документы выводит `chancery build --plan`";
    /// A document that does not exist.
    NO_DOCUMENT: "there is no document “{text}”; `chancery build --plan` shows all of them", "документа «{text}» нет; все документы выводит `chancery build --plan`";
    /// A document that was made.
    MADE: "made: {path}", "подготовлен: {path}";
    /// A document that was taken from the cache.
    RESTORED: "made before, put back: {path}", "подготовлен ранее, возвращён на место: {path}";
    /// A document that is as it was.
    UNCHANGED: "unchanged: {path}", "без изменений: {path}";
    /// A document whose file is not what it would be.
    OUTDATED: "to be made: {path}", "нужно подготовить: {path}";
    /// A document that cannot be made.
    FAILED: "failed: {path}", "не удался: {path}";
    /// A document that nothing asks for any more.
    WITHDRAWN: "no longer asked for: {path}; `chancery build --prune` moves it out", "больше не нужен: {path}; `chancery build --prune` уберёт его из папки";
    /// A document that was moved out.
    MOVED_OUT: "moved out: {path}", "убран: {path}";
    /// After a build.
    BUILT: "Documents: {all}; made: {made}, unchanged: {unchanged}, failed: {failed}, withdrawn: {withdrawn}; {seconds} s", "Документов: {all}; подготовлено: {made}, без изменений: {unchanged}, не удалось: {failed}, больше не нужно: {withdrawn}; {seconds} с";
    /// After a build that had nothing to do.
    NOTHING_CHANGED: "Documents: {all}; nothing changed; {seconds} s", "Документов: {all}; изменений нет; {seconds} с";
    /// A document that no part of a build holds.
    MISSING: "in no part: {path}", "нет ни в одной части: {path}";
    /// After parts were joined.
    MERGED: "Documents: {all}; in no part: {missing}, failed: {failed}, withdrawn: {withdrawn}", "Документов: {all}; нет ни в одной части: {missing}, не удалось: {failed}, больше не нужно: {withdrawn}";
    /// A file that is what the records say.
    IDENTICAL: "{path}: identical to the byte", "{path}: совпадает до байта";
    /// A file that is not what the records say.
    DIFFERS: "{path}: not what the workspace makes now", "{path}: отличается от того, что получается сейчас";
    /// A file that is no document.
    NO_SUCH_FILE: "no document of this workspace is called “{file}”; a document keeps the name that it was written with", "в этой рабочей области нет документа «{file}»; документ сохраняет имя, с которым записан";
    /// After a check of what would be made.
    OUTDATED_COUNTED: "Documents: {all}; to be made: {outdated}", "Документов: {all}; нужно подготовить: {outdated}";
    /// Why a document would be made.
    WHY_NEVER: "it was never made here", "он здесь ещё не готовился";
    /// Why a document would be made.
    WHY_FILE: "its file is missing or was changed by another hand", "его файла нет или он изменён не программой";
    /// Why a document would be made.
    WHY_PROGRAM: "it was made with another program: {old}, now {new}", "он подготовлен другой программой: {old}, теперь {new}";
    /// Why a document would be made.
    WHY_FONTS: "the fonts have changed", "изменились шрифты";
    /// Why a document would be made.
    WHY_TEMPLATE: "the template {path} has changed", "изменился шаблон {path}";
    /// Why a document would be made.
    WHY_TEMPLATES: "a template has changed", "изменился один из шаблонов";
    /// Why a document would be made.
    WHY_RECORD: "{record}, {field}: {old} → {new}", "{record}, {field}: {old} → {new}";
    /// Why a document would be made.
    WHY_RECORDS: "what it prints has changed; what it printed before is not kept", "изменилось то, что в нём печатается; прежнее содержание не сохранилось";
    /// Why a document would be made.
    WHY_NOT: "it is as it should be", "он соответствует записям";
    /// A value that is not there.
    NO_VALUE: "nothing", "ничего";
    /// Where a browser finds what is watched.
    WATCHED_AT: "the pages are shown at {address} and follow what you save; Ctrl-C ends", "страницы показаны по адресу {address} и обновляются, когда вы сохраняете файл; завершить — Ctrl-C";
    /// A server that cannot be started.
    NOT_SERVED: "the pages cannot be shown in a browser: {reason}", "показать страницы в браузере не удаётся: {reason}";
    /// After documents were made because a file was saved.
    MADE_AGAIN: "Build {n}: made {made}, unchanged {unchanged}, failed {failed}; {milliseconds} ms", "Сборка {n}: подготовлено {made}, без изменений {unchanged}, не удалось {failed}; {milliseconds} мс";
    /// In the place of faults that are no faults of records or templates.
    SEE_TERMINAL: "the documents cannot be made; the terminal says why", "подготовить документы не удаётся; причина — в терминале";
    /// The heading of a list of documents.
    WATCHED: "Documents", "Документы";
    /// What a picture shows.
    PAGE_OF: "Page {number} of {all}", "Страница {number} из {all}";
    /// Above pages in a browser.
    SHOWN_AS_OF: "build {n}", "сборка {n}";
    /// Above what is wrong, in a browser.
    FAULTS_NOW: "What is wrong", "Что не так";
    /// Where the document as a whole is meant.
    OF_DOCUMENT: "the document", "документ";
}
