//! Faults that show only when a document is made.

use super::register;

register! {
    /// A document longer than it may be.
    DOCUMENT_TOO_LONG = "document-too-long" Error
        en "“{document}” has {pages} pages before the annexes; its limit is {limit}." => "Shorten the texts it prints, or raise `limit`."
        ru "В документе «{document}» {pages} с. до приложений при пределе {limit}." => "Сократите тексты или увеличьте `limit`."
        wrong r#"▸ templates/ledger/ledger.typ
#let ledger = json("/page.json")
#set text(font: "Source Serif 4", lang: ledger.document.lang)
#set page(paper: "a5")
#pagebreak()
= #ledger.document.title
#for well in ledger.sets.wells [
  == #well.name
  #well.village.name, #well.dug.long, #well.depth.text
]
#for row in ledger.counts.by-village.rows [#row.label: #row.text. ]
"#
        right r#"▸ templates/ledger/ledger.typ
#let ledger = json("/page.json")
#set text(font: "Source Serif 4", lang: ledger.document.lang)
#set page(paper: "a5")
= #ledger.document.title
#for well in ledger.sets.wells [
  == #well.name
  #well.village.name, #well.dug.long, #well.depth.text
]
#for row in ledger.counts.by-village.rows [#row.label: #row.text. ]
"#;
    /// A fault that Typst reports.
    TEMPLATE_FAULT = "template-fault" Error
        en "While making “{document}”: {reason}." => "{hint}"
        ru "При подготовке документа «{document}»: {reason}." => "{hint}"
        wrong r#"▸ templates/ledger/ledger.typ
#let ledger = json("/page.json")
#set text(font: "Source Serif 4", lang: ledger.document.lang)
#set page(paper: "a5")
= #ledger.document.title
#for well in ledger.sets.wells [
  == #well.name
  #well.village.nome, #well.dug.long, #well.depth.text
]
#for row in ledger.counts.by-village.rows [#row.label: #row.text. ]
"#
        right r#"▸ templates/ledger/ledger.typ
#let ledger = json("/page.json")
#set text(font: "Source Serif 4", lang: ledger.document.lang)
#set page(paper: "a5")
= #ledger.document.title
#for well in ledger.sets.wells [
  == #well.name
  #well.village.name, #well.dug.long, #well.depth.text
]
#for row in ledger.counts.by-village.rows [#row.label: #row.text. ]
"#;
}
