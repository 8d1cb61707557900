//! Wrong use of the command line, reported in Russian. In English the crate of the command line reports it itself.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Returns whether the arguments ask for messages in Russian; they are looked at as they stand, because they could not be understood.
pub fn is_for_russian(arguments: &[String]) -> bool {
    let option = |word: &str| word == "--lang" || word == "--message-lang";
    let apart = arguments.windows(2).any(|pair| option(&pair[0]) && pair[1] == "ru");
    apart || arguments.iter().any(|word| word.strip_suffix("=ru").is_some_and(option))
}

/// Returns what is wrong, in Russian; nothing where it is no fault but the help that was asked for.
pub fn in_russian(error: &clap::Error) -> Option<String> {
    let said = |kind| error.get(kind).map(said).unwrap_or_default();
    let argument = said(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return None;
        }
        ErrorKind::UnknownArgument => format!("неизвестный аргумент «{argument}»"),
        ErrorKind::InvalidSubcommand => format!("команды «{}» нет", said(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "не указана команда".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("не указано: {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("«{argument}» нельзя указывать вместе с «{}»", said(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => {
            format!("после «{argument}» не указано значение")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("значение «{}» не подходит для «{argument}»", said(ContextKind::InvalidValue))
        }
        _ => "аргументы команды не удаётся понять".to_owned(),
    };
    let hints = [
        (ContextKind::SuggestedArg, "возможно, имелось в виду"),
        (ContextKind::SuggestedSubcommand, "возможно, имелось в виду"),
        (ContextKind::SuggestedValue, "возможно, имелось в виду"),
        (ContextKind::ValidValue, "допустимо"),
    ];
    let hint = hints.into_iter().find(|(kind, _)| !said(*kind).is_empty());
    let hint = hint.map(|(kind, lead)| format!("; {lead}: {}", said(kind))).unwrap_or_default();
    Some(format!(
        "{sentence}{hint}. Как пользоваться командой, показывает `chancery help КОМАНДА` (на английском языке)."
    ))
}

fn said(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        _ => String::new(),
    }
}
