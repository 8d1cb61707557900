//! Faults of claims and of translations.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A claim without a value where one is needed.
    CLAIM_WITHOUT_VALUE = "claim-without-value" Error
        en "The claim “{claim}” gives no preferred value, and “{field}” needs one." => "Give the version taken a `value`, and write its number in `preferred`."
        ru "В спорном положении «{claim}» нет принятого значения, а поле «{field}» его требует." => "Укажите `value` у принятой версии и её номер в `preferred`."
        wrong "data/claims/third-depth.yaml", "data/wells/third-well.yaml"
        right "data/claims/third-depth.yaml", "data/wells/third-well.yaml";
    /// A claim in the place of the value that rests on it.
    CLAIM_MEANT = "claim-meant" Error
        en "“{value}” is a claim; a field that rests on one names it in braces." => "Write it like this:"
        ru "«{value}» — спорное положение; поле, которое на него опирается, называет его в фигурных скобках." => "Напишите так:";
    /// A text that a report prints and that is missing in a language of the report.
    TRANSLATION_MISSING = "translation-missing" Error
        en "“{field}” has no text in {language}." => "{hint}"
        ru "У поля «{field}» нет текста на языке: {language}." => "{hint}";
    /// A fixed word of the documents that is missing in a language of the report.
    WORD_MISSING = "word-missing" Error
        en "The report “{report}” is made in {language}, and the term “{term}” has no wording in it." => "Add {code}: \"…\" to the text of the term."
        ru "У термина «{term}» нет формулировки на языке отчёта «{report}»: {language}." => "Добавьте {code}: \"…\" в текст термина."
        wrong "data/terms/bucket.yaml"
        right "data/terms/bucket.yaml";
}
