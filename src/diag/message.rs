//! The languages of messages, and words that exist in each of them.
//!
//! A message is put into words at the very end, where somebody reads it; until then it is a sentence of the register and the values
//! of the case. A value is the editor's own words, a message of ours, or words that a workspace brought along.

/// Writes down messages: `NAME: "English", "Russian";`, each with a line that says where it is used.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $ru:literal;)*) => {
        $($(#[$doc])* pub static $name: $crate::diag::message::Message = $crate::diag::message::Message { en: $en, ru: $ru };)*
    };
}
pub(crate) use messages;

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

/// Words in every language of messages; `{name}` stands for a value of the case. A language left out does not compile.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// English.
    pub en: &'static str,
    /// Russian.
    pub ru: &'static str,
}

/// Words that a workspace brings along: descriptions of fields, sentences of rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalizedText {
    /// English.
    pub en: String,
    /// Russian, where the workspace has it.
    pub ru: Option<String>,
}

/// What a sentence speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words of the editor, names, numbers: the same in every language.
    Text(String),
    /// A message of ours with values of its own.
    Message(&'static Message, MessageArgs),
    /// Words of the workspace.
    LocalizedText(LocalizedText),
}

/// The values that a sentence and its instruction speak of, by name.
pub type MessageArgs = Vec<(&'static str, Arg)>;

impl Locale {
    /// Every language of messages.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// Returns the two-letter code of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// Returns the language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }
}

impl Message {
    /// Returns the words in a language, values not yet filled in.
    pub fn words(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Ru => self.ru,
        }
    }

    /// Returns the words in a language with the values of a case.
    pub fn format(&self, values: &MessageArgs, locale: Locale) -> String {
        fill(self.words(locale), values, locale)
    }

    /// Returns a value that says this message of the values given.
    pub fn of(&'static self, values: MessageArgs) -> Arg {
        Arg::Message(self, values)
    }
}

impl LocalizedText {
    /// Returns the words in a language, or the English ones.
    pub fn words(&self, locale: Locale) -> &str {
        match (locale, &self.ru) {
            (Locale::Ru, Some(ru)) => ru,
            _ => &self.en,
        }
    }
}

impl Arg {
    /// Returns the value in a language.
    pub fn format(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Message(message, values) => message.format(values, locale),
            Self::LocalizedText(texts) => texts.words(locale).to_owned(),
        }
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Text(number.to_string())
    }
}

impl From<&'static Message> for Arg {
    fn from(message: &'static Message) -> Self {
        Self::Message(message, Vec::new())
    }
}

impl From<LocalizedText> for Arg {
    fn from(texts: LocalizedText) -> Self {
        Self::LocalizedText(texts)
    }
}

/// Fills the values of a case into a sentence; a name without value stays as it is.
pub fn fill(sentence: &str, values: &MessageArgs, locale: Locale) -> String {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        out.push_str(&rest[..open]);
        match values.iter().find(|(name, _)| *name == &rest[open + 1..close]) {
            Some((_, value)) => out.push_str(&quoted(value.format(locale))),
            None => out.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

/// Returns words as a sentence quotes them: of very many, the first and the last.
fn quoted(words: String) -> String {
    /// More letters than a sentence can carry.
    const QUOTED_LETTERS: usize = 600;
    const FIRST_LETTERS: usize = 400;
    const LAST_LETTERS: usize = 100;
    if words.len() <= QUOTED_LETTERS || words.chars().nth(QUOTED_LETTERS).is_none() {
        return words;
    }
    let first: String = words.chars().take(FIRST_LETTERS).collect();
    let last = words.char_indices().rev().nth(LAST_LETTERS - 1).map_or(0, |(at, _)| at);
    format!("{first} … {}", &words[last..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_leaves_unknown_names_as_they_are() {
        assert_eq!(fill("a {b} {c}", &vec![("b", "x".into())], Locale::En), "a x {c}");
    }

    #[test]
    fn fill_says_phrases_within_sentences_in_the_same_language() {
        static NEAR: Message = Message { en: "Did you mean {word}?", ru: "Может быть, {word}?" };
        let values = vec![("hint", NEAR.of(vec![("word", "x".into())]))];
        assert_eq!(fill("{hint}", &values, Locale::Ru), "Может быть, x?");
    }

    #[test]
    fn fill_quotes_the_first_and_last_letters_of_very_many() {
        let many = format!("{}конец", "слово ".repeat(100_000));
        let said = fill("“{many}”", &vec![("many", many.into())], Locale::Ru);
        assert_eq!(said.chars().count(), 2 + 400 + 3 + 100);
        assert!(said.starts_with("“слово") && said.ends_with("конец”"), "{said}");
    }
}
