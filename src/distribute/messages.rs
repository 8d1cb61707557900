//! What distribution says, in every language of messages.

use crate::diag::messages;

messages! {
    /// A reason.
    NOT_RELEASED: "no version of it was released", "ни одна версия не выпущена";
    /// A reason.
    NOT_RELEASED_YET: "no version of it was released; the next one is “{status}”", "ни одна версия не выпущена; состояние следующей — «{status}»";
    /// A reason.
    WITHDRAWN: "it was called back", "документ отозван";
    /// A reason.
    NO_HIGHEST: "nobody said in `highest` how much the recipient may see", "в `highest` не указано, что можно показывать получателю";
    /// A reason.
    TOO_HIGH: "it is marked {marking}, above what the recipient may see", "его отметка {marking} выше допустимой для получателя";
    /// A reason.
    NOT_IN_EDITION: "it does not exist in the edition “{edition}”", "его нет в издании «{edition}»";
    /// A reason.
    IN_NO_LANGUAGE: "it exists in none of the recipient's languages, only in: {known}", "его нет ни на одном из языков получателя, есть только: {known}";
    /// A reason.
    NOT_YET: "the recipient receives documents from {day} on", "получателю документы направляются начиная с {day}";
    /// A reason.
    NO_MORE: "the recipient received documents until {day}", "получателю документы направлялись по {day}";
    /// Why a language.
    FIRST_LANGUAGE: "first of the recipient's languages", "первый из языков получателя";
    /// Why a language.
    LATER_LANGUAGE: "it does not exist in: {passed}", "на языках {passed} его нет";
}
