//! What mending says, in every language of messages.

use crate::diag::Phrase;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $ru:literal;)*) => {
        $($(#[$doc])* pub static $name: Phrase = Phrase { en: $en, ru: $ru };)*
    };
}

phrases! {
    /// Why a file is left as it is.
    LEFT_LINK: "“{path}” is left as it is: it is a link; mend the file that it leads to.", "«{path}» не изменён: это ссылка; исправьте файл, на который она указывает.";
    /// Why a file is left as it is.
    LEFT_READ_ONLY: "“{path}” is left as it is: it may only be read; allow writing and try again.", "«{path}» не изменён: он доступен только для чтения; разрешите запись и повторите.";
    /// Why a file is left as it is.
    LEFT_CHANGED: "“{path}” was changed by somebody else meanwhile, and nothing was written; try again.", "«{path}» тем временем изменён кем-то другим, поэтому ничего не записано; повторите.";
    /// Why a file is left as it is.
    LEFT_TAKEN: "there is already a file “{path}”; nothing was written.", "файл «{path}» уже есть; ничего не записано.";
    /// Repairs that would do harm.
    LEFT_WORSE: "“{path}”: a repair was not made, because the file would be read less well after it; mend the place by hand.", "«{path}»: одно из исправлений не сделано, потому что после него файл читался бы хуже; исправьте это место вручную.";
    /// After repairs.
    REPAIRED: "Repairs made: {repairs}, files changed: {files}.", "Сделано исправлений: {repairs}, изменено файлов: {files}.";
    /// After repairs that were only shown.
    WOULD_REPAIR: "Repairs to be made: {repairs}, files to be changed: {files}. Nothing was written.", "Можно сделать исправлений: {repairs}, изменить файлов: {files}. Ничего не записано.";
    /// Where there is nothing to repair.
    NOTHING_TO_REPAIR: "There is nothing that can be repaired without you.", "Исправлять без вашего участия нечего.";
}
