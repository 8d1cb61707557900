//! What published schemas say to a person: titles and descriptions in English and Russian together, and what to write instead of a
//! wrong value.

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

use crate::record::Node;

/// The same words in both languages of messages.
#[derive(Debug, Clone, Default)]
pub struct Twin {
    en: Cow<'static, str>,
    ru: Cow<'static, str>,
}

/// What a value is called and what is said of it.
#[derive(Debug, Clone, Default)]
pub struct Words {
    title: Twin,
    description: Twin,
    examples: Vec<Json>,
    /// Whether the text must exist in every language of the workspace.
    pub translate: bool,
}

impl Twin {
    const fn new(en: &'static str, ru: &'static str) -> Self {
        Self { en: Cow::Borrowed(en), ru: Cow::Borrowed(ru) }
    }

    /// Returns both as one text: “English. / Русский.”
    pub fn both(&self) -> Json {
        match (self.en.is_empty(), self.ru.is_empty()) {
            (false, false) => format!("{} / {}", self.en, self.ru).into(),
            _ => format!("{}{}", self.en, self.ru).into(),
        }
    }

    fn read(node: &Node, english: &str, others: &str) -> Self {
        let text = |node: Option<&Node>| node.and_then(Node::text).unwrap_or_default().to_owned().into();
        Self { en: text(node.get(english)), ru: text(node.get(others).and_then(|texts| texts.get("ru"))) }
    }

    fn or(&self, other: &Self) -> Self {
        if self.en.is_empty() { other.clone() } else { self.clone() }
    }

    fn then(&self, other: &Self) -> Self {
        let join = |a: &str, b: &str| format!("{a} {b}").trim().to_owned().into();
        Self { en: join(&self.en, &other.en), ru: join(&self.ru, &other.ru) }
    }
}

impl Words {
    /// Returns the words of a schema.
    pub fn of(node: &Node) -> Self {
        Self {
            title: Twin::read(node, "title", "x-title"),
            description: Twin::read(node, "description", "x-description"),
            examples: node.get("examples").map(Node::items).unwrap_or_default().iter().map(Node::to_json).collect(),
            translate: node.get("x-translate").and_then(Node::text) == Some("true"),
        }
    }

    /// Returns these words, and those of a definition where there are none.
    pub fn over(&self, definition: &Self) -> Self {
        Self {
            title: self.title.or(&definition.title),
            description: self.description.or(&definition.description),
            examples: if self.examples.is_empty() { definition.examples.clone() } else { self.examples.clone() },
            translate: self.translate,
        }
    }

    /// Returns these words with what a definition says of the form after them.
    pub fn joined(&self, definition: &Self) -> Self {
        Self { description: self.description.then(&definition.description), ..self.over(definition) }
    }

    /// Returns these words with more said at the end.
    pub fn with_hint(&self, hint: &Twin) -> Self {
        Self { description: self.description.then(hint), ..self.clone() }
    }

    /// Returns these words with examples, unless they have some.
    pub fn with_examples(&self, examples: Vec<Json>) -> Self {
        self.over(&Self { examples, ..Self::default() })
    }

    /// Returns these words without examples.
    pub fn without_examples(&self) -> Self {
        Self { examples: Vec::new(), ..self.clone() }
    }

    /// Returns these words for a text that need not exist in every language.
    pub fn untranslated(&self) -> Self {
        Self { translate: false, ..self.clone() }
    }

    /// Writes the words into a schema.
    pub fn write(&self, schema: &mut Map<String, Json>) {
        for (key, words) in [("title", &self.title), ("description", &self.description)] {
            if !words.en.is_empty() || !words.ru.is_empty() {
                schema.insert(key.to_owned(), words.both());
            }
        }
        // An editor offers examples as values, and offers nonsense for fields within fields.
        let offered: Vec<&Json> = self.examples.iter().filter(|example| can_be_offered(example)).collect();
        match offered.len() {
            0 => {}
            // A lone example beside the type would be written into the record as soon as the field is chosen, and nobody may notice that
            // it is not a fact.
            1 => _ = schema.insert("allOf".to_owned(), json!([{"examples": offered}])),
            _ => _ = schema.insert("examples".to_owned(), json!(offered)),
        }
    }
}

fn can_be_offered(example: &Json) -> bool {
    let scalar = |value: &Json| !value.is_object() && !value.is_array();
    example.as_array().map_or(scalar(example), |items| items.iter().all(scalar))
}

/// Where a text belongs.
pub const TEXT: Twin =
    Twin::new("Text is expected; put it in double quotes.", "Здесь нужен текст; заключите его в двойные кавычки.");
/// Where a text has nothing in it.
pub const EMPTY: Twin = Twin::new("The text is empty.", "Текст пуст.");
/// Where an address belongs.
pub const ADDRESS: Twin = Twin::new(
    "A whole address is expected; it begins with https://, http:// or mailto:",
    "Здесь нужен адрес целиком; он начинается с https://, http:// или mailto:",
);
/// Where a text must have a form of its own.
pub const FORM: Twin =
    Twin::new("The value has another form; see its description.", "Значение записано не так; см. описание поля.");
/// Where a whole number belongs.
pub const WHOLE: Twin =
    Twin::new("A whole number is expected, without quotation marks.", "Здесь нужно целое число без кавычек.");
/// Where a number belongs.
pub const NUMBER: Twin = Twin::new("A number is expected, without quotation marks.", "Здесь нужно число без кавычек.");
/// Where a truth value belongs.
pub const TRUTH: Twin = Twin::new("Write true or false.", "Напишите true (да) или false (нет).");
/// Where a list belongs.
pub const LIST: Twin = Twin::new(
    "A list is expected: one line for each entry, beginning with “- ”.",
    "Здесь нужен список: каждый пункт с новой строки, начиная с «- ».",
);
/// Where a date belongs.
pub const DATE: Twin = Twin::new(
    "A date is written year-month-day, as far as it is known: 2022-03-03, 2018-04, 2015.",
    "Дата пишется в порядке год-месяц-день, насколько она известна: 2022-03-03, 2018-04, 2015.",
);
/// Where a quantity belongs.
pub const QUANTITY: Twin = Twin::new(
    "A number is expected, without separators: 1200; about, more than and nearly are written \"~500\", \">400\", \"<250\".",
    "Здесь нужно число без разделителей: 1200; «около», «более» и «почти» записываются так: \"~500\", \">400\", \"<250\".",
);
/// Where a marking belongs.
pub const MARKING: Twin = Twin::new(
    "A marking is written scheme/level, for example un/unclassified.",
    "Отметка записывается как схема/уровень, например un/unclassified.",
);
/// Where the id of a record belongs.
pub const REFERENCE: Twin = Twin::new(
    "The id of a record is expected: lower-case Latin letters, digits and single hyphens.",
    "Здесь нужен идентификатор записи: строчные латинские буквы, цифры и одиночные дефисы.",
);

/// Returns which records a reference may name.
pub fn reference(kinds: &Node) -> Twin {
    let names: Vec<&str> = kinds.text().into_iter().chain(kinds.items().iter().filter_map(Node::text)).collect();
    match names.as_slice() {
        [] | ["*"] => Twin::new("The id of any record.", "Идентификатор любой записи."),
        [kind] => Twin {
            en: format!("The id of a record of the kind {kind}.").into(),
            ru: format!("Идентификатор записи вида {kind}.").into(),
        },
        several => Twin {
            en: format!("The id of a record of the kind {}.", several.join(" or ")).into(),
            ru: format!("Идентификатор записи вида {}.", several.join(" или ")).into(),
        },
    }
}

/// Returns what to write where a text per language belongs.
pub fn localized(languages: &[String], needed: &[&String]) -> Twin {
    let codes = languages.join(", ");
    let needed: Vec<&str> = needed.iter().map(|code| code.as_str()).collect();
    let (en, ru) = match needed.as_slice() {
        [] => (String::new(), String::new()),
        codes => (format!("; {} must be there", codes.join(" and ")), format!("; обязательны {}", codes.join(" и "))),
    };
    Twin {
        en: format!("A text is written for each language, as {{en: \"…\", ru: \"…\"}}; the languages are {codes}{en}.")
            .into(),
        ru: format!("Текст пишется для каждого языка: {{en: \"…\", ru: \"…\"}}; языки: {codes}{ru}.").into(),
    }
}
