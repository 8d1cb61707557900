//! Parameters: what a person may set for a report, as its definition declares it; arguments: what was set.

use indexmap::IndexMap;
use serde::Deserialize;

use super::language_map::LanguageMap;
use crate::record::edtf::Date;

/// A parameter that a report declares.
#[derive(Debug, Clone, Deserialize)]
pub struct Parameter {
    /// What it takes.
    #[serde(rename = "type")]
    pub form: Form,
    /// The kind, where it takes a record.
    pub kind: Option<String>,
    /// The choices with their words, where it takes one.
    #[serde(default)]
    pub choices: IndexMap<String, LanguageMap>,
    /// What holds where nothing is set.
    pub default: Option<String>,
    /// What it is called.
    pub label: LanguageMap,
}

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The id of a record.
    Record,
    /// A date, as far as it is known.
    Date,
    /// Yes or no.
    Flag,
    /// One of the choices.
    Choice,
}

/// What a parameter was set to.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A record, by its id.
    Record(String),
    /// A date.
    Date(Date),
    /// Yes or no.
    Flag(bool),
    /// A choice.
    Choice(String),
}

/// What was set for a document, in the order of the definition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arguments {
    all: IndexMap<String, Argument>,
    given: Vec<String>,
}

/// Why something cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentFault {
    /// There is no such parameter; those there are.
    Unknown(String, Vec<String>),
    /// The parameter takes something else.
    Unfit {
        /// Its name.
        name: String,
        /// What was set.
        value: String,
        /// What it takes.
        form: Form,
        /// The kind, or the choices.
        of: Vec<String>,
    },
}

impl Arguments {
    /// Reads what is set, and what holds where nothing is; `is_there` says whether a kind has a record of an id.
    ///
    /// # Errors
    /// Returns the first thing that cannot be set.
    pub fn read(
        declared: &IndexMap<String, Parameter>,
        given: &[(String, String)],
        is_there: impl Fn(&str, &str) -> bool,
    ) -> Result<Self, ArgumentFault> {
        if let Some((name, _)) = given.iter().find(|(name, _)| !declared.contains_key(name)) {
            return Err(ArgumentFault::Unknown(name.clone(), declared.keys().cloned().collect()));
        }
        let mut arguments = Self::default();
        for (name, parameter) in declared {
            let written = given.iter().rev().find(|(given, _)| given == name).map(|(_, value)| value);
            let Some(value) = written.or(parameter.default.as_ref()) else {
                if parameter.form == Form::Flag {
                    arguments.all.insert(name.clone(), Argument::Flag(false));
                }
                continue;
            };
            let argument = parameter.read(value, &is_there).ok_or_else(|| parameter.unfit(name, value))?;
            if written.is_some() {
                arguments.given.push(name.clone());
            }
            arguments.all.insert(name.clone(), argument);
        }
        Ok(arguments)
    }

    /// Returns everything that holds, by name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Argument)> {
        self.all.iter().map(|(name, argument)| (name.as_str(), argument))
    }

    /// Returns what a person set.
    pub fn given(&self) -> impl Iterator<Item = (&str, &Argument)> {
        self.given.iter().filter_map(|name| Some((name.as_str(), self.all.get(name)?)))
    }

    /// Returns what a person set as a part of the name of a file; nothing where that is nothing.
    pub fn name(&self) -> Option<String> {
        let part = |(name, argument): (&str, &Argument)| match argument {
            Argument::Flag(true) => name.to_owned(),
            Argument::Flag(false) => format!("no-{name}"),
            Argument::Record(id) | Argument::Choice(id) => format!("{name}-{id}"),
            Argument::Date(date) => format!("{name}-{}", date.to_string().replace(['/', '~', '?', '%'], "-")),
        };
        let parts: Vec<String> = self.given().map(part).collect();
        (!parts.is_empty()).then(|| parts.join("_"))
    }
}

impl Parameter {
    fn read(&self, value: &str, is_there: &impl Fn(&str, &str) -> bool) -> Option<Argument> {
        match self.form {
            Form::Record => {
                let is_one = self.kind.as_ref().is_some_and(|kind| is_there(kind, value));
                is_one.then(|| Argument::Record(value.to_owned()))
            }
            Form::Date => Date::parse(value).ok().map(Argument::Date),
            Form::Flag => value.parse().ok().map(Argument::Flag),
            Form::Choice => self.choices.contains_key(value).then(|| Argument::Choice(value.to_owned())),
        }
    }

    fn unfit(&self, name: &str, value: &str) -> ArgumentFault {
        let of = match self.form {
            Form::Record => self.kind.iter().cloned().collect(),
            Form::Choice => self.choices.keys().cloned().collect(),
            Form::Date | Form::Flag => Vec::new(),
        };
        ArgumentFault::Unfit { name: name.to_owned(), value: value.to_owned(), form: self.form, of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared() -> IndexMap<String, Parameter> {
        let json = serde_json::json!({
            "village": {"type": "record", "kind": "village", "label": {"en": "Village"}},
            "from": {"type": "date", "label": {"en": "From"}},
            "deep": {"type": "flag", "label": {"en": "Deep only"}},
            "order": {"type": "choice", "choices": {"old": {"en": "oldest first"}, "new": {"en": "newest first"}},
                      "default": "old", "label": {"en": "Order"}},
        });
        serde_json::from_value(json).expect("parameters")
    }

    fn read(given: &[(&str, &str)]) -> Result<Arguments, ArgumentFault> {
        let given: Vec<(String, String)> =
            given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Arguments::read(&declared(), &given, |kind, id| kind == "village" && id == "upper")
    }

    #[test]
    fn what_is_set_holds_and_defaults_hold_where_nothing_is() {
        let arguments = read(&[]).expect("nothing is fine");
        let all: Vec<(&str, &Argument)> = arguments.all().collect();
        assert_eq!(all, [("deep", &Argument::Flag(false)), ("order", &Argument::Choice("old".to_owned()))]);
        assert_eq!(arguments.name(), None);
        let arguments = read(&[("deep", "true"), ("from", "2001-02/.."), ("village", "upper")]).expect("all fit");
        assert_eq!(arguments.name().as_deref(), Some("village-upper_from-2001-02-.._deep"));
    }

    #[test]
    fn what_does_not_fit_is_refused_with_what_would() {
        let unfit = |name: &str, value: &str| match read(&[(name, value)]) {
            Err(ArgumentFault::Unfit { of, .. }) => of,
            other => panic!("{other:?}"),
        };
        assert_eq!(unfit("village", "lower"), ["village"]);
        assert_eq!(unfit("order", "odd"), ["old", "new"]);
        assert_eq!(unfit("from", "spring"), [""; 0]);
        assert_eq!(unfit("deep", "yes"), [""; 0]);
        let known = ["village", "from", "deep", "order"].map(str::to_owned).to_vec();
        assert_eq!(read(&[("depth", "1")]), Err(ArgumentFault::Unknown("depth".to_owned(), known)));
    }
}
