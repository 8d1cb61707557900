//! The register of codes: every fault once, with its sentence and its instruction in every language of the messages.
//!
//! `{name}` stands for a value of the case. A language left out does not compile.

/// The words for one fault in one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong.
    pub sentence: &'static str,
    /// What to do.
    pub instruction: &'static str,
}

/// A fault: its stable name in kebab-case and its words.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub name: &'static str,
    /// English.
    pub en: Wording,
    /// Russian.
    pub ru: Wording,
}

/// Fills the values of a case into a sentence.
pub fn fill(sentence: &str, values: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        out.push_str(&rest[..open]);
        match values.iter().find(|(name, _)| *name == &rest[open + 1..close]) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

macro_rules! register {
    ($($(#[$doc:meta])* $constant:ident = $name:literal
        en $en:literal => $en_do:literal
        ru $ru:literal => $ru_do:literal;)*) => {
        $($(#[$doc])* pub const $constant: &Entry = &Entry {
            name: $name,
            en: Wording { sentence: $en, instruction: $en_do },
            ru: Wording { sentence: $ru, instruction: $ru_do },
        };)*
        /// Every entry, in the order of the stages.
        pub const ALL: &[&Entry] = &[$($constant),*];
    };
}

register! {
    /// A file that cannot be read.
    FILE_UNREADABLE = "file-unreadable"
        en "The file “{path}” cannot be read: {reason}." => "Make the file readable, or remove it."
        ru "Файл «{path}» не читается: {reason}." => "Откройте доступ к файлу или удалите его.";
    /// A file that is not UTF-8.
    FILE_NOT_UTF8 = "file-not-utf8"
        en "The file “{path}” is not saved as UTF-8." => "Save it again with the encoding UTF-8."
        ru "Файл «{path}» сохранён не в UTF-8." => "Сохраните его заново в кодировке UTF-8.";
    /// A file larger than a record can be.
    FILE_TOO_LARGE = "file-too-large"
        en "The file “{path}” has {size} bytes; a file of records has at most {limit}." => "Split it into several files."
        ru "Размер файла «{path}» — {size} байт; допускается не более {limit}." => "Разделите его на несколько файлов.";
    /// Text that YAML cannot read.
    YAML_SYNTAX = "yaml-syntax"
        en "The text cannot be read as YAML here: {reason}." => "Compare this line with a record that works; free text belongs in straight double quotes."
        ru "Здесь текст не читается как YAML: {reason}." => "Сравните строку с исправной записью; свободный текст ставится в прямые двойные кавычки.";
    /// A key given twice.
    KEY_TWICE = "key-twice"
        en "The field “{key}” is given twice." => "Keep one of the two."
        ru "Поле «{key}» указано дважды." => "Оставьте одно из двух.";
    /// A key that is not a word.
    KEY_NOT_A_WORD = "key-not-a-word"
        en "A field name must be a single word." => "Write the name of a field, a colon and a space here."
        ru "Название поля должно быть одним словом." => "Напишите здесь название поля, двоеточие и пробел.";
    /// YAML that repeats itself by aliases.
    YAML_ALIAS = "yaml-alias"
        en "Anchors and aliases (& and *) are not used in records." => "Write the text out, or put it in double quotes if it begins with & or *."
        ru "Якоря и ссылки YAML (& и *) в записях не применяются." => "Напишите текст полностью, а если он начинается с & или *, возьмите его в двойные кавычки.";
    /// Nesting without end.
    YAML_TOO_DEEP = "yaml-too-deep"
        en "The fields are nested too deeply here." => "Bring the record into the form of its schema."
        ru "Слишком большая вложенность полей." => "Приведите запись к форме, заданной схемой.";
    /// A folder of `data/` that no schema claims.
    FOLDER_WITHOUT_SCHEMA = "folder-without-schema"
        en "The folder “data/{folder}” belongs to no kind of record." => "{hint}"
        ru "Папка «data/{folder}» не относится ни к одному виду записей." => "{hint}";
    /// A schema that is not what a schema must be.
    SCHEMA_INVALID = "schema-invalid"
        en "The schema is not a JSON Schema of draft-07: {reason}." => "Mend the schema."
        ru "Схема не соответствует JSON Schema draft-07: {reason}." => "Исправьте схему.";
    /// A keyword that the checker would not obey.
    SCHEMA_KEYWORD = "schema-keyword"
        en "The schema uses “{keyword}” in a way that is not supported: {reason}." => "See data/schema/README.md for what a schema may say."
        ru "Схема использует «{keyword}» так, как не поддерживается: {reason}." => "Допустимое описано в data/schema/README.md.";
    /// A rule that CEL cannot read.
    RULE_INVALID = "rule-invalid"
        en "The rule cannot be read: {reason}." => "Mend the expression; it is written in CEL."
        ru "Правило не читается: {reason}." => "Исправьте выражение; оно пишется на CEL.";
    /// A rule that fails to give an answer for a record.
    RULE_FAILED = "rule-failed"
        en "The rule “{rule}” gives no answer for this record: {reason}." => "Mend the rule in the schema of “{kind}”."
        ru "Правило «{rule}» не даёт ответа для этой записи: {reason}." => "Исправьте правило в схеме «{kind}».";
    /// A record without id.
    ID_MISSING = "id-missing"
        en "The record has no `id`." => "Write as the first line: id: {expected}"
        ru "У записи нет `id`." => "Первой строкой напишите: id: {expected}";
    /// A file with nothing in it.
    RECORD_EMPTY = "record-empty"
        en "The file holds no record." => "Write the record, or remove the file."
        ru "В файле нет записи." => "Внесите запись или удалите файл.";
    /// A record that is not a list of fields.
    RECORD_NOT_FIELDS = "record-not-fields"
        en "A record is a list of fields, each a name, a colon and a value." => "Begin with: id: {expected}"
        ru "Запись состоит из полей: название, двоеточие, значение." => "Начните с: id: {expected}";
    /// A file that is not called like its record.
    ID_NOT_FILE_NAME = "id-not-file-name"
        en "The id “{id}” and the file name “{file}” differ." => "Rename the file to {id}.yaml, or write: id: {file}"
        ru "Идентификатор «{id}» и имя файла «{file}» различаются." => "Переименуйте файл в {id}.yaml или напишите: id: {file}";
    /// Two records of one id.
    ID_TWICE = "id-twice"
        en "The id “{id}” is used by two records." => "Give one of them another id."
        ru "Идентификатор «{id}» носят две записи." => "Дайте одной из них другой идентификатор.";
    /// A field that the schema does not know.
    FIELD_UNKNOWN = "field-unknown"
        en "Unknown field “{field}”." => "{hint}"
        ru "Неизвестное поле «{field}»." => "{hint}";
    /// A field that must be there.
    FIELD_MISSING = "field-missing"
        en "The field “{field}” is missing." => "Add the line {field}: … ({description})"
        ru "Нет поля «{field}»." => "Добавьте строку {field}: … ({description})";
    /// A field with nothing in it.
    VALUE_EMPTY = "value-empty"
        en "The field “{field}” is empty." => "Fill it in, or remove the line."
        ru "Поле «{field}» пусто." => "Заполните его или удалите строку.";
    /// A value of the wrong type.
    TYPE_WRONG = "type-wrong"
        en "“{field}” must be {expected}, not {found}." => "Write {example}"
        ru "«{field}» должно быть: {expected}, а не {found}." => "Напишите {example}";
    /// A value that is not among those allowed.
    VALUE_NOT_ALLOWED = "value-not-allowed"
        en "“{value}” is not a value of “{field}”." => "{hint}"
        ru "«{value}» — недопустимое значение поля «{field}»." => "{hint}";
    /// A value that does not follow its pattern.
    PATTERN_MISMATCH = "pattern-mismatch"
        en "“{value}” does not have the form of “{field}”." => "{description}"
        ru "«{value}» не соответствует форме поля «{field}»." => "{description}";
    /// A number beyond its bounds.
    NUMBER_OUT_OF_RANGE = "number-out-of-range"
        en "“{field}” must be {bound}." => "Write a number that is {bound}."
        ru "Значение «{field}» должно быть {bound}." => "Напишите подходящее число.";
    /// A list too short or too long.
    LIST_LENGTH = "list-length"
        en "“{field}” has {found} entries; it must have {bound}." => "Add or remove entries."
        ru "В списке «{field}» {found} элементов; требуется {bound}." => "Добавьте или удалите элементы.";
    /// The same entry twice in a list.
    ENTRY_TWICE = "entry-twice"
        en "“{value}” stands twice in “{field}”." => "Keep one."
        ru "«{value}» стоит в «{field}» дважды." => "Оставьте одно.";
    /// A date that is none.
    DATE_INVALID = "date-invalid"
        en "“{value}” is not a date: {reason}." => "Dates are year-month-day as far as known: 2022-03-03, 2022-03-03/2022-03-04, 2018-04, 2015."
        ru "«{value}» — не дата: {reason}." => "Дата пишется год-месяц-день, насколько известно: 2022-03-03, 2022-03-03/2022-03-04, 2018-04, 2015.";
    /// A number with words around it.
    QUANTITY_INVALID = "quantity-invalid"
        en "“{value}” is not a number." => "Write 1200, or with a sign in quotes: \"~500\" (about), \">400\" (more than), \"<250\" (nearly)."
        ru "«{value}» — не число." => "Напишите 1200 или со знаком в кавычках: \"~500\" (около), \">400\" (более), \"<250\" (почти).";
    /// A marking that no scheme has.
    MARKING_UNKNOWN = "marking-unknown"
        en "There is no marking “{value}”." => "{hint}"
        ru "Нет отметки «{value}»." => "{hint}";
    /// Markdown beyond the subset.
    MARKDOWN_UNSUPPORTED = "markdown-unsupported"
        en "{what} cannot be used in texts." => "Use paragraphs, *emphasis*, **strong words**, lists, links and citations such as [@s01]."
        ru "В текстах нельзя использовать: {what}." => "Допустимы абзацы, *курсив*, **выделение**, списки, ссылки и указания источников вида [@s01].";
    /// A language code that is none.
    LANGUAGE_UNKNOWN = "language-unknown"
        en "“{value}” is not a language of the workspace." => "{hint}"
        ru "«{value}» — не язык рабочей области." => "{hint}";
    /// A reference to nothing.
    REFERENCE_UNKNOWN = "reference-unknown"
        en "There is no {kind} “{value}”." => "{hint}"
        ru "Нет записи «{value}» вида {kind}." => "{hint}";
    /// A reference to a record of another kind.
    REFERENCE_KIND = "reference-kind"
        en "“{value}” is a {found}, not a {kind}." => "Name a {kind} here."
        ru "«{value}» — это {found}, а не {kind}." => "Укажите здесь запись вида {kind}.";
    /// A claim without a value where one is needed.
    CLAIM_WITHOUT_VALUE = "claim-without-value"
        en "The claim “{claim}” gives no preferred value, and “{field}” needs one." => "Give its preferred candidate a `value`, and say which is `preferred`."
        ru "В спорном положении «{claim}» нет принятого значения, а поле «{field}» его требует." => "Дайте принятому варианту `value` и укажите `preferred`.";
    /// A text that a report prints and that is missing in a language of the report.
    TRANSLATION_MISSING = "translation-missing"
        en "“{field}” has no text in {language}." => "Add the line {code}: \"…\" here."
        ru "У поля «{field}» нет текста на языке: {language}." => "Добавьте здесь строку {code}: \"…\"";
    /// A fixed word of the documents that is missing in a language of the report.
    WORD_MISSING = "word-missing"
        en "The report “{report}” is made in {language}, and the term “{term}” has no wording in it." => "Add {code}: \"…\" to the text of the term."
        ru "Отчёт «{report}» выпускается на языке {language}, а у термина «{term}» нет на нём формулировки." => "Добавьте {code}: \"…\" в текст термина.";
    /// A report that selects from a kind that does not exist.
    REPORT_KIND = "report-kind"
        en "There is no kind “{kind}”." => "{hint}"
        ru "Нет вида записей «{kind}»." => "{hint}";
    /// A report that shows a field that does not exist.
    REPORT_FIELD = "report-field"
        en "A {kind} has no field “{field}”." => "{hint}"
        ru "У вида {kind} нет поля «{field}»." => "{hint}";
    /// A report that counts over a set that does not exist.
    REPORT_SET = "report-set"
        en "The report has no set “{set}”." => "{hint}"
        ru "В отчёте нет набора «{set}»." => "{hint}";
    /// A report whose template is not there.
    REPORT_TEMPLATE = "report-template"
        en "The template “{path}” does not exist." => "Write it, or name another in `template`."
        ru "Шаблона «{path}» нет." => "Создайте его или укажите другой в `template`.";
    /// A filter or count that fails on a record.
    FILTER_FAILED = "filter-failed"
        en "The filter gives no answer for the record “{record}”: {reason}." => "Mend the filter, for example with has(self.field)."
        ru "Фильтр не даёт ответа для записи «{record}»: {reason}." => "Исправьте фильтр, например с помощью has(self.field).";
    /// A document longer than it may be.
    DOCUMENT_TOO_LONG = "document-too-long"
        en "“{document}” has {pages} pages before the annexes; its limit is {limit}." => "Shorten the texts it prints, or raise `limit`."
        ru "В документе «{document}» {pages} с. до приложений при пределе {limit}." => "Сократите тексты или увеличьте `limit`.";
    /// A fault that Typst reports.
    TEMPLATE_FAULT = "template-fault"
        en "While making “{document}”: {reason}." => "{hint}"
        ru "При подготовке документа «{document}»: {reason}." => "{hint}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let mut names: Vec<&str> = ALL.iter().map(|entry| entry.name).collect();
        assert!(names.iter().all(|n| n.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')));
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(before, names.len());
    }

    #[test]
    fn both_languages_speak_of_the_same_values() {
        for entry in ALL {
            for (en, ru) in [(entry.en.sentence, entry.ru.sentence), (entry.en.instruction, entry.ru.instruction)] {
                for name in names(ru) {
                    assert!(names(en).contains(&name), "{}: {{{name}}}", entry.name);
                }
            }
        }
    }

    fn names(sentence: &str) -> Vec<&str> {
        sentence.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }

    #[test]
    fn fill_leaves_unknown_names_as_they_are() {
        assert_eq!(fill("a {b} {c}", &[("b", "x".into())]), "a x {c}");
    }
}
