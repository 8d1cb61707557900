//! Phrases that messages are made of, each in every language of messages.

mod build;
mod commands;
mod dates;
mod files;
pub mod markdown;
mod schemas;
mod writing;

use super::message::messages;
use super::{Arg, Locale, Message, Severity};
use crate::plural::{self, Plural};

pub use build::*;
pub use commands::*;
pub use dates::*;
pub use files::*;
pub use schemas::*;
pub use writing::*;

messages! {
    /// Before an error.
    ERROR: "error", "ошибка";
    /// Before a warning.
    WARNING: "warning", "предупреждение";
    /// Before a note.
    NOTE: "note", "замечание";
    /// Before an instruction.
    HELP: "help", "что делать";
    /// The place of a fault that is in no file.
    WORKSPACE: "the workspace", "рабочая область";
    /// The other place of a key.
    FIRST_GIVEN: "first given here", "впервые указано здесь";
    /// The other place of an id.
    ALSO_USED: "also used here", "используется и здесь";
    /// The place that a suppression or a reference leads to.
    NAMED_HERE: "named here", "названо здесь";
    /// After a slip of the hand.
    DID_YOU_MEAN: "Did you mean “{name}”?", "Возможно, имелось в виду «{name}»?";
    /// Where nothing would be right.
    REMOVE_IT: "Remove it.", "Удалите это.";
    /// Where few names are right.
    KNOWN_HERE: "Known here: {names}.", "Здесь допустимы: {names}.";
    /// Where many names are right.
    LOOK_IT_UP: "Look the name up with `chancery list`.", "Найдите название с помощью `chancery list`.";
    /// Where codes are right.
    LIST_OF_CODES: "`chancery explain` lists all codes.", "Все коды выводит `chancery explain`.";
    /// Where ids of a kind are right.
    LIST_OF_KIND: "`chancery list {kind}` shows those there are; a new one needs a record of its own.", "Имеющиеся записи выводит `chancery list {kind}`; для новой нужна отдельная запись.";
    /// A record of any kind.
    A_RECORD: "record", "любого вида";
    /// Between two kinds.
    OR: "{first} or {second}", "{first} или {second}";
    /// Text in quotes that would be something else without them.
    IS_QUOTED: "text in quotes", "текст в кавычках";
    /// A word in quotes.
    QUOTED: "“{value}” in quotes", "«{value}» в кавычках";
    /// A number with a point.
    IS_FRACTION: "a number with a point", "число с точкой";
    /// Text.
    IS_TEXT: "text", "текст";
    /// One word of a choice.
    IS_WORD: "one word", "одно слово";
    /// A whole number.
    IS_INTEGER: "a whole number", "целое число";
    /// A number.
    IS_NUMBER: "a number", "число";
    /// True or false.
    IS_TRUTH: "true or false", "true или false";
    /// A date.
    IS_DATE: "a date", "дата";
    /// A marking.
    IS_MARKING: "a marking", "отметка";
    /// An id.
    IS_REFERENCE: "the id of a record", "идентификатор записи";
    /// A text per language.
    IS_LOCALIZED: "text per language", "текст на каждом языке";
    /// A list.
    IS_LIST: "a list", "список";
    /// Fields.
    IS_FIELDS: "fields", "поля";
    /// Anything.
    IS_VALUE: "a value", "значение";
    /// Nothing.
    IS_NOTHING: "nothing", "ничего нет";
    /// A lower bound.
    AT_LEAST: "at least {n}", "не менее {n}";
    /// An upper bound.
    AT_MOST: "at most {n}", "не более {n}";
    /// A bound of a number.
    OR_MORE: "{n} or more", "не меньше {n}";
    /// A bound of a number.
    OR_LESS: "{n} or less", "не больше {n}";
    /// Where a missing field is looked for.
    WITHIN_FIELD: " in “{name}”", " в «{name}»";
    /// What a field is, before what to do.
    BEFORE: "{text} ", "{text} ";
    /// An instruction that the corrected line follows.
    CORRECTED: "Write:", "Напишите:";
    /// An instruction with a line such as it could be.
    WRITE_EXAMPLE: "Write, for example: {example}", "Напишите, например: {example}";
    /// How a number is written.
    FOR_EXAMPLE: ", for example {value}", ", например {value}";
    /// How a number with two readings is written.
    FOR_EXAMPLE_TWO: ": {first} or {second}, as the source means", ": {first} или {second}, как указано в источнике";
    /// What a name holds that it cannot.
    LETTERS_ALIKE: "letters of another alphabet that look the same: {letters}", "буквы другого алфавита, которые выглядят так же: {letters}";
    /// What a name holds that it cannot.
    DASHES: "a dash where a hyphen belongs: {letters}", "тире там, где нужен дефис: {letters}";
    /// What to do about an id and a file name that differ.
    RENAME_OR_WRITE_ID: "Rename the file to {id}.yaml, or write: id: {file}", "Переименуйте файл в {id}.yaml или напишите: id: {file}";
    /// What to do about a file name that cannot be an id.
    RENAME_FILE: "Rename the file to {id}.yaml.", "Переименуйте файл в {id}.yaml.";
    /// What to do about an id that cannot be one.
    WRITE_ID: "Write: id: {file}", "Напишите: id: {file}";
    /// What to do about letters that look like Latin ones.
    TYPE_LATIN: "Type the word in Latin letters:", "Наберите слово латинскими буквами:";
    /// What to do about a dash in a name.
    TYPE_HYPHEN: "Type a hyphen in its place:", "Поставьте вместо него дефис:";
    /// What to do about a required field with nothing in it.
    FILL_IN: "Fill it in.", "Заполните его.";
    /// What to do about a field with nothing in it.
    FILL_OR_REMOVE_LINE: "Fill it in, or remove the line.", "Заполните его или удалите строку.";
    /// What to do about an entry with nothing in it.
    FILL_OR_REMOVE: "Fill it in, or remove the entry.", "Заполните его или удалите это значение.";
    /// What to do about one entry where a list is meant.
    LIST_BRACKETS: "Put it between square brackets:", "Возьмите значение в квадратные скобки:";
    /// What to do about fields where a list of them is meant.
    LIST_HYPHEN: "Put a hyphen and a space before its first field:", "Поставьте перед первым полем дефис и пробел:";
    /// What to do about a list too short.
    ADD_ENTRIES: "Add what is missing.", "Добавьте недостающие значения.";
    /// What to do about a list too long.
    REMOVE_ENTRIES: "Remove what is too much.", "Удалите лишние значения.";
    /// Where a text in another language goes.
    ADD_LANGUAGE: "Add {code}: \"…\" here.", "Добавьте здесь {code}: \"…\".";
    /// How a line is with a text in another language.
    WRITE_LANGUAGE: "Write the text in the place of the dots:", "Напишите текст на месте многоточия:";
    /// One of a list is wanted.
    TAKE_BRACKETS_OFF: "Take the square brackets off:", "Уберите квадратные скобки:";
    /// One of several is wanted.
    KEEP_ONE: "Keep one of the entries, without brackets or hyphen.", "Оставьте одно из значений, без скобок и дефиса.";
    /// A word read as true.
    READ_AS_TRUE: "“true”", "«true» (да)";
    /// A word read as false.
    READ_AS_FALSE: "“false”", "«false» (нет)";
    /// A word read as a number.
    READ_AS_NUMBER: "a number", "число";
    /// A word read as a time.
    READ_AS_TIME: "a time or another number", "время или другое число";
    /// A word read as a date.
    READ_AS_DATE: "a date", "дату";
    /// A word read as nothing.
    READ_AS_NOTHING: "nothing", "пустое значение";
    /// The record itself.
    THE_RECORD: "the record itself", "самой записи";
    /// The fields of a field.
    THE_FIELD: "the field “{name}”", "поля «{name}»";
    /// No indent.
    NO_SPACES: "no space", "без пробелов";
    /// An indent.
    ONE_SPACE: "one space", "один пробел";
    /// An indent.
    SPACES: "{n} spaces", "пробелов: {n}";
    /// Where a template fails and Typst advises nothing.
    MEND_TEMPLATE: "Mend the template at this line.", "Исправьте шаблон в этой строке.";
    /// A language without name.
    A_LANGUAGE: "this language", "этот язык";
}

/// Returns the name of a language of documents, as it stands after “in”.
pub fn language(code: &str) -> &'static Message {
    static NAMES: [(&str, Message); 7] = [
        ("en", Message { en: "English", ru: "английский" }),
        ("ru", Message { en: "Russian", ru: "русский" }),
        ("kk", Message { en: "Kazakh", ru: "казахский" }),
        ("ky", Message { en: "Kyrgyz", ru: "кыргызский" }),
        ("tg", Message { en: "Tajik", ru: "таджикский" }),
        ("tk", Message { en: "Turkmen", ru: "туркменский" }),
        ("uz", Message { en: "Uzbek", ru: "узбекский" }),
    ];
    NAMES.iter().find(|(known, _)| *known == code).map_or(&A_LANGUAGE, |(_, name)| name)
}

/// Returns a number of spaces in words.
pub fn spaces(n: usize) -> Arg {
    match n {
        0 => (&NO_SPACES).into(),
        1 => (&ONE_SPACE).into(),
        n => SPACES.of(vec![("n", n.into())]),
    }
}

/// Returns the word for a severity.
pub fn severity(severity: Severity) -> &'static Message {
    match severity {
        Severity::Error => &ERROR,
        Severity::Warning => &WARNING,
        Severity::Note => &NOTE,
    }
}

/// Returns words of which one is meant: `a, b or c`.
pub fn either(words: &[String]) -> Arg {
    match words {
        [] => "".into(),
        [one] => one.as_str().into(),
        [first @ .., last] => OR.of(vec![("first", first.join(", ").into()), ("second", last.as_str().into())]),
    }
}

/// Returns what to do about a period of which the start or the end is lost.
pub fn half_of_period(start: Option<&str>, end: Option<&str>) -> Arg {
    let one = start.or(end).unwrap_or_default();
    let open = format!("{}/{}", start.unwrap_or(".."), end.unwrap_or(".."));
    DATE_HALF_WRITE.of(vec![("open", open.into()), ("one", one.into())])
}

/// Returns a number of diagnostics in words: `3 errors`, `3 ошибки`.
pub fn counted(severity: Severity, n: usize, locale: Locale) -> String {
    let word = match (locale, severity) {
        (Locale::En, severity) if n == 1 => severity.name(),
        (Locale::En, Severity::Error) => "errors",
        (Locale::En, Severity::Warning) => "warnings",
        (Locale::En, Severity::Note) => "notes",
        (Locale::Ru, Severity::Error) => russian(n, ["ошибка", "ошибки", "ошибок"]),
        (Locale::Ru, Severity::Warning) => russian(n, ["предупреждение", "предупреждения", "предупреждений"]),
        (Locale::Ru, Severity::Note) => russian(n, ["замечание", "замечания", "замечаний"]),
    };
    format!("{n} {word}")
}

/// Returns what stands in the place of notes that are not shown.
pub fn notes_counted(n: usize, locale: Locale) -> String {
    let message = if n == 1 { &NOTE_COUNTED } else { &NOTES_COUNTED };
    message.format(&vec![("counted", counted(Severity::Note, n, locale).into())], locale)
}

/// Returns the Russian form of a noun after a whole number: one, two to four, all else.
pub fn russian(n: usize, forms: [&'static str; 3]) -> &'static str {
    match plural::after(n, Locale::Ru.code()) {
        Plural::One => forms[0],
        Plural::Few => forms[1],
        Plural::Many | Plural::Other => forms[2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_follows_the_plural_of_the_language() {
        let said: Vec<String> = [1, 2, 5, 11, 21, 112].map(|n| counted(Severity::Error, n, Locale::Ru)).into();
        assert_eq!(said, ["1 ошибка", "2 ошибки", "5 ошибок", "11 ошибок", "21 ошибка", "112 ошибок"]);
        assert_eq!(counted(Severity::Note, 1, Locale::En), "1 note");
        assert_eq!(notes_counted(1, Locale::Ru), "1 замечание; его показывает `chancery check --notes`");
        assert_eq!(notes_counted(21, Locale::Ru), "21 замечание; их показывает `chancery check --notes`");
    }
}
