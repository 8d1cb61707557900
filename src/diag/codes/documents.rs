//! Faults that show only when a document is made.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A document longer than it may be.
    DOCUMENT_TOO_LONG = "document-too-long" Warning
        en "“{document}” has {pages} pages before the annexes; its limit is {limit}, and {lines} lines are over it." => "Shorten it before it goes out, beginning with what has the most lines: {sections}. Or raise `limit` in {path}."
        ru "В документе «{document}» {pages} с. до приложений при пределе {limit}; сверх предела строк: {lines}." => "Сократите его до выпуска, начиная с самых длинных разделов (в скобках — число строк): {sections}. Или увеличьте `limit` в файле {path}."
        wrong "templates/ledger/ledger.typ"
        right "templates/ledger/ledger.typ";
    /// A text that its place on the page cannot hold.
    TEXT_DOES_NOT_FIT = "text-does-not-fit" Error
        en "On page {page} of “{document}” this does not fit its place, and a part of it would be cut off or printed over: “{text}”." => "Shorten it, or part a long word by a space or a hyphen. Where the text is right as it is, give it more room in the template."
        ru "На с. {page} документа «{document}» этот текст не помещается на своём месте, и часть его была бы обрезана или напечатана поверх другого текста: «{text}»." => "Сократите его или разделите длинное слово пробелом или дефисом. Если текст верен, отведите ему больше места в шаблоне."
        wrong "data/wells/first-well.yaml", "templates/ledger/ledger.typ"
        right "data/wells/first-well.yaml", "templates/ledger/ledger.typ";
    /// A version that may not go out.
    NOT_RELEASABLE = "not-releasable" Error
        en "{document} cannot go out: {reason}." => "{remedy}"
        ru "{document} нельзя выпустить: {reason}." => "{remedy}"
        wrong "data/requests/wells-1.yaml"
        right "data/requests/wells-1.yaml";
    /// A fault that Typst reports.
    TEMPLATE_FAULT = "template-fault" Error
        en "While making “{document}”: {reason}." => "{hint}"
        ru "При подготовке документа «{document}»: {reason}." => "{hint}"
        wrong "templates/ledger/ledger.typ"
        right "templates/ledger/ledger.typ";
}
