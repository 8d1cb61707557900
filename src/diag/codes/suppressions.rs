//! Faults of suppressions: comments that put a warning to rest for one place, with a written reason.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A suppression that nobody can weigh.
    SUPPRESSION_WITHOUT_REASON = "suppression-without-reason" Error
        en "The suppression of “{code}” gives no reason." => "Write why, after a colon: # allow {code}: the reason"
        ru "Для отключения «{code}» не указана причина." => "Напишите её после двоеточия: # allow {code}: причина"
        wrong "data/sources/letter.yaml", "data/wells/third-well.yaml"
        right "data/sources/letter.yaml", "data/wells/third-well.yaml";
    /// A suppression of a code that does not exist.
    SUPPRESSION_UNKNOWN = "suppression-unknown" Error
        en "There is no code “{code}”." => "{hint}"
        ru "Кода «{code}» нет." => "{hint}";
    /// A suppression without the colon before its reason.
    SUPPRESSION_WITHOUT_COLON = "suppression-without-colon" Error
        en "A colon is missing after “{code}”." => "Put a colon and a space before the reason:"
        ru "После «{code}» нет двоеточия." => "Поставьте перед причиной двоеточие и пробел:"
        wrong "data/sources/letter.yaml", "data/wells/third-well.yaml"
        right "data/sources/letter.yaml", "data/wells/third-well.yaml";
    /// A suppression of an error.
    SUPPRESSION_OF_ERROR = "suppression-of-error" Error
        en "“{code}” is an error, and errors cannot be suppressed." => "Mend what it tells, and remove this comment."
        ru "«{code}» — ошибка, а ошибки отключать нельзя." => "Исправьте то, на что она указывает, и удалите этот комментарий.";
    /// A suppression that puts nothing to rest.
    SUPPRESSION_UNUSED = "suppression-unused" Warning
        en "The suppression of “{code}” has nothing to suppress." => "Remove the comment."
        ru "Отключение «{code}» ни к чему не относится." => "Удалите этот комментарий.";
}
