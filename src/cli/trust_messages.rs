//! What is said of signatures, sums and files that are made again, in every language of messages.

use crate::diag::messages;

messages! {
    /// A file that is no key.
    NOT_A_KEY: "“{path}” is no private key of OpenSSH; `ssh-keygen -t ed25519` makes one", "«{path}» — не закрытый ключ OpenSSH; его создаёт `ssh-keygen -t ed25519`";
    /// A key that is locked.
    KEY_LOCKED: "“{path}” is locked; name a file that holds its passphrase with --passphrase-file, or set CHANCERY_PASSPHRASE", "ключ «{path}» защищён; укажите файл с паролем в --passphrase-file или задайте переменную CHANCERY_PASSPHRASE";
    /// A key that stays locked.
    WRONG_PASSPHRASE: "“{path}” cannot be unlocked with this passphrase", "этот пароль не подходит к ключу «{path}»";
    /// A key of a kind that does not sign.
    UNKNOWN_KIND_OF_KEY: "“{path}” is a key of a kind that is not signed with here; make one with `ssh-keygen -t ed25519`, or sign with `ssh-keygen -Y sign -n chancery`, which `verify` accepts", "ключом «{path}» такого вида здесь не подписывают; создайте ключ командой `ssh-keygen -t ed25519` или подпишите командой `ssh-keygen -Y sign -n chancery`: такую подпись `verify` принимает";
    /// A list of signers with a fault.
    BAD_SIGNERS: "“{path}”, line {line}: this is no line of allowed signers: a name, then a public key", "«{path}», строка {line}: это не строка списка подписывающих: имя, затем открытый ключ";
    /// A folder without a list.
    NO_LIST: "“{path}” holds neither SHA256SUMS nor manifest.json; nothing says what belongs in it", "в «{path}» нет ни SHA256SUMS, ни manifest.json; неизвестно, что здесь должно быть";
    /// A list that cannot be read.
    BAD_LIST: "“{file}” cannot be understood, or names a file outside its folder", "файл «{file}» не удаётся понять, или в нём назван файл вне его папки";
    /// A bundle with too many files.
    TOO_MANY: "“{path}” holds too many files or folders within folders", "в «{path}» слишком много файлов или вложенных папок";
    /// An archive that is none.
    BROKEN_ARCHIVE: "“{path}” is no whole ZIP file, or two of its files have one name", "«{path}» — повреждённый файл ZIP, или два файла в нём названы одинаково";
    /// An archive with a password.
    LOCKED_ARCHIVE: "“{path}” is locked with a password", "«{path}» защищён паролем";
    /// An archive that unpacks to too much.
    LARGE_ARCHIVE: "“{path}” unpacks to more than a bundle of documents holds", "«{path}» распаковывается в больший объём, чем бывает у документов";
    /// What is signed.
    WROTE_SIGNATURE: "{path}", "{path}";
    /// Nothing left to sign.
    ALL_SIGNED: "every release of the register is signed by this key", "все выпуски реестра подписаны этим ключом";
    /// Somebody signed who may not.
    NOT_ALLOWED_YET: "the signature counts where data/register/allowed_signers holds this line: {line}", "подпись действительна, если в data/register/allowed_signers есть строка: {line}";
    /// What does not hold is not signed.
    NOT_SIGNED_AS: "“{file}” is not signed: it does not say what is in the folder", "файл «{file}» не подписан: он не соответствует содержимому папки";
    /// A good signature.
    SIGNED_BY: "“{file}” is signed by {by} ({key})", "«{file}» — подписал {by} ({key})";
    /// A signature of somebody else.
    SIGNED_BY_STRANGER: "“{file}” is signed by a key that is not among those who may sign ({key})", "«{file}» подписан ключом, которого нет среди подписывающих ({key})";
    /// A signature by a key that is not good now.
    SIGNED_OUT_OF_TIME: "“{file}” is signed by {by}, whose key is not good at this time", "«{file}» — подписал {by}, но срок действия ключа не тот";
    /// A signature of something else.
    SIGNATURE_BROKEN: "the signature of “{file}” is not of this file: one of the two was changed", "подпись «{file}» относится не к этому файлу: изменён файл или подпись";
    /// A signature that is none.
    NO_SIGNATURE: "the signature of “{file}” is none", "подпись «{file}» — не подпись";
    /// No signature.
    NOT_SIGNED: "“{file}” is not signed", "«{file}» не подписан";
    /// A signature that nobody can judge.
    NOBODY_MAY_SIGN: "“{file}” has a signature, and nothing says who may sign; name the list with --allowed-signers", "у «{file}» есть подпись, но неизвестно, кто может подписывать; укажите список в --allowed-signers";
    /// A file.
    AS_LISTED: "“{file}” is what the list says", "«{file}» соответствует списку";
    /// A file of the register.
    AS_RELEASED: "“{file}” is what the list says, what was released, and what the commit {commit} makes, to the byte", "«{file}» соответствует списку; это выпущенный файл, из коммита {commit} он воссоздаётся до байта";
    /// A file that the register does not know.
    NOT_IN_REGISTER: "“{file}” is what the list says; the register does not know it", "«{file}» соответствует списку; в реестре его нет";
    /// A numbered copy.
    IS_COPY: "“{file}” is what the list says: a numbered copy of a released document; copies are not made again here", "«{file}» соответствует списку; это номерной экземпляр выпущенного документа, экземпляры здесь не воссоздаются";
    /// A file that was listed after it was changed.
    NOT_AS_RELEASED: "“{file}” is what the list says, but not the file that was released under this name", "«{file}» соответствует списку, но это не тот файл, что выпущен под этим именем";
    /// A file that comes out otherwise.
    MADE_OTHERWISE: "“{file}” is what was released, but the commit {commit} makes another file now", "«{file}» — выпущенный файл, однако из коммита {commit} теперь получается другой";
    /// A file that cannot be made again.
    NOT_MADE: "“{file}” is what was released, and cannot be made again from the commit {commit}: {reason}", "«{file}» — выпущенный файл, но воссоздать его из коммита {commit} не удаётся: {reason}";
    /// A reason.
    HAS_FAULTS: "its records have faults", "в записях есть ошибки";
    /// A file with another sum.
    CHANGED: "“{file}” is another file than the list says", "«{file}» — не тот файл, что в списке";
    /// A file that is not there.
    MISSING: "“{file}” is listed and not there", "«{file}» есть в списке, но его нет";
    /// A file that nothing lists.
    NOT_LISTED: "“{file}” is there and not listed", "«{file}» есть, но в списке его нет";
    /// The end.
    HOLDS: "“{path}” holds: as listed {listed}, signed {signed}, made again {rebuilt}", "«{path}»: всё верно; по списку {listed}, подписано {signed}, воссоздано {rebuilt}";
    /// The end.
    DOES_NOT_HOLD: "“{path}” does not hold: as listed {listed}, changed or missing {changed}, not listed {unlisted}, not as released {other}, signed {signed}", "«{path}»: не всё верно; по списку {listed}, изменено или отсутствует {changed}, вне списка {unlisted}, не как выпущено {other}, подписано {signed}";
    /// What was not done.
    NOT_REBUILT: "nothing was made again: there is no workspace around", "ничего не воссоздавалось: рабочей области рядом нет";
    /// An answer.
    YES: "yes", "да";
    /// An answer.
    NO: "no", "нет";
}
