//! Why a file cannot be read or written.

use crate::diag::message::messages;

messages! {
    /// A file that does not exist.
    NOT_THERE: "it does not exist", "его нет";
    /// A folder in which fonts should be.
    NO_FONT: "there is no font in it", "в ней нет ни одного шрифта";
    /// A font file that is none, or not all of one.
    FONT_DAMAGED: "it is damaged or no font", "он повреждён или не является шрифтом";
    /// A file that may not be read.
    NOT_ALLOWED: "it may not be read by you", "у вас нет права на его чтение";
    /// A path that leads nowhere.
    NOT_FOUND: "there is no such file or folder", "такого файла или такой папки нет";
    /// A path that is closed to the person.
    NO_RIGHT: "you have no right to do so", "недостаточно прав";
    /// A folder where a file is wanted.
    IS_FOLDER: "it is a folder", "это папка";
    /// A disk without room.
    DISK_FULL: "the disk is full", "на диске нет места";
    /// A path that is no folder.
    NOT_A_FOLDER: "it is not a folder", "это не папка";
    /// A link where a file should be written.
    IS_LINK: "it is a link", "это ссылка";
    /// A disk on which nothing can be written.
    READ_ONLY: "the disk can only be read", "диск доступен только для чтения";
    /// A path that is no file.
    NOT_A_FILE: "it is not a file", "это не файл";
    /// Another fault of the system.
    SYSTEM_SAYS: "the system says: {words}", "система сообщает: {words}";
    /// An encoding.
    IS_UTF16: "it looks like UTF-16, which Windows calls Unicode", "похоже на UTF-16, которую Windows называет «Юникод»";
    /// An encoding.
    IS_1251: "it looks like Windows-1251", "похоже на Windows-1251";
    /// An encoding.
    IS_BINARY: "it is no text at all", "это вовсе не текст";
    /// An encoding.
    IS_OTHER: "it holds bytes that are no letters in UTF-8", "в нём есть байты, которых в этой кодировке не бывает";
}
