//! Faults that show only when a document is made.

use super::code::register;

register! {
    /// A document longer than it may be.
    DOCUMENT_TOO_LONG = "document-too-long" Error
        en "“{document}” has {pages} pages before the annexes; its limit is {limit}." => "Shorten the texts it prints, or raise `limit`."
        ru "В документе «{document}» {pages} с. до приложений при пределе {limit}." => "Сократите тексты или увеличьте `limit`."
        wrong "templates/ledger/ledger.typ"
        right "templates/ledger/ledger.typ";
    /// A fault that Typst reports.
    TEMPLATE_FAULT = "template-fault" Error
        en "While making “{document}”: {reason}." => "{hint}"
        ru "При подготовке документа «{document}»: {reason}." => "{hint}"
        wrong "templates/ledger/ledger.typ"
        right "templates/ledger/ledger.typ";
}
