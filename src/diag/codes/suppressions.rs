//! Faults of suppressions: comments that put a warning to rest for one place, with a written reason.

use super::code::register;

register! {
    /// A suppression that nobody can weigh.
    SILENCE_WITHOUT_REASON = "silence-without-reason" Error
        en "The silence of “{code}” gives no reason." => "Write why, after a colon: # silence {code}: the reason"
        ru "Для отключения «{code}» не указана причина." => "Напишите её после двоеточия: # silence {code}: причина"
        wrong "data/sources/letter.yaml", "data/wells/third-well.yaml"
        right "data/sources/letter.yaml", "data/wells/third-well.yaml";
    /// A suppression of a code that does not exist.
    SILENCE_UNKNOWN = "silence-unknown" Error
        en "There is no code “{code}”." => "{hint}"
        ru "Кода «{code}» нет." => "{hint}";
    /// A suppression without the colon before its reason.
    SILENCE_WITHOUT_COLON = "silence-without-colon" Error
        en "A colon is missing after “{code}”." => "Put a colon and a space before the reason:"
        ru "После «{code}» нет двоеточия." => "Поставьте перед причиной двоеточие и пробел:"
        wrong "data/sources/letter.yaml", "data/wells/third-well.yaml"
        right "data/sources/letter.yaml", "data/wells/third-well.yaml";
    /// A suppression of an error.
    SILENCE_OF_ERROR = "silence-of-error" Error
        en "“{code}” is an error, and errors cannot be silenced." => "Mend what it tells, and remove this comment."
        ru "«{code}» — ошибка, а ошибки отключать нельзя." => "Исправьте то, на что она указывает, и удалите этот комментарий.";
    /// A suppression that puts nothing to rest.
    SILENCE_UNUSED = "silence-unused" Warning
        en "The silence of “{code}” has nothing to silence." => "Remove the comment."
        ru "Отключение «{code}» ни к чему не относится." => "Удалите этот комментарий.";
}
