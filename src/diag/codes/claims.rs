//! Faults of claims and of translations.

use super::register;

register! {
    /// A claim without a value where one is needed.
    CLAIM_WITHOUT_VALUE = "claim-without-value" Error
        en "The claim “{claim}” gives no preferred value, and “{field}” needs one." => "Give the version taken a `value`, and write its number in `preferred`."
        ru "В спорном положении «{claim}» нет принятого значения, а поле «{field}» его требует." => "Укажите `value` у принятой версии и её номер в `preferred`."
        wrong r#"▸ data/claims/third-depth.yaml
id: third-depth
question: {en: "How deep is the third well?"}
candidates:
  - text: {en: "Very deep."}
    sources: [gazette]
because: {en: "Nobody has measured it."}
▸ data/wells/third-well.yaml
id: third-well
name: {en: "Third Well"}
village: upper
depth: {claim: third-depth}
sources: [gazette]
"#
        right r#"▸ data/claims/third-depth.yaml
id: third-depth
question: {en: "How deep is the third well?"}
candidates:
  - value: 30
    text: {en: "Thirty metres."}
    sources: [gazette]
preferred: 1
because: {en: "It was measured."}
▸ data/wells/third-well.yaml
id: third-well
name: {en: "Third Well"}
village: upper
depth: {claim: third-depth}
sources: [gazette]
"#;
    /// A claim in the place of the value that rests on it.
    CLAIM_MEANT = "claim-meant" Error
        en "“{value}” is a claim; a field that rests on one names it in braces." => "Write it like this:"
        ru "«{value}» — спорное положение; поле, которое на него опирается, называет его в фигурных скобках." => "Напишите так:"
        wrong r#"id: third-well
name: {en: "Third Well"}
village: upper
depth: second-depth
sources: [gazette]
"#
        right r#"id: third-well
name: {en: "Third Well"}
village: upper
depth: {claim: second-depth}
sources: [gazette]
"#;
    /// A text that a report prints and that is missing in a language of the report.
    TRANSLATION_MISSING = "translation-missing" Error
        en "“{field}” has no text in {language}." => "{hint}"
        ru "У поля «{field}» нет текста на языке: {language}." => "{hint}"
        wrong r#"id: third-well
name: {ru: "Третий колодец"}
village: lower
sources: [gazette]
"#
        right r#"id: third-well
name: {en: "Third Well", ru: "Третий колодец"}
village: lower
sources: [gazette]
"#;
    /// A fixed word of the documents that is missing in a language of the report.
    WORD_MISSING = "word-missing" Error
        en "The report “{report}” is made in {language}, and the term “{term}” has no wording in it." => "Add {code}: \"…\" to the text of the term."
        ru "У термина «{term}» нет формулировки на языке отчёта «{report}»: {language}." => "Добавьте {code}: \"…\" в текст термина."
        wrong r#"▸ data/terms/bucket.yaml
id: bucket
text: {ru: "Ведро"}
"#
        right r#"▸ data/terms/bucket.yaml
id: bucket
text: {en: "Bucket", ru: "Ведро"}
"#;
}
