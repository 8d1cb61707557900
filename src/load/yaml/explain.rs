//! What a parser noticed, in words that a person understands.

use granit_parser::ErrorKind;

use crate::diag::{Message, messages};

/// Returns why a line cannot be read.
pub fn explained(kind: &ErrorKind) -> &'static Message {
    use ErrorKind as Kind;
    match kind {
        Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::UnclosedFlowCollection { .. } => &messages::WHY_BRACKET_OPEN,
        Kind::ExpectedFlowMappingSeparator | Kind::ExpectedFlowSequenceSeparator => &messages::WHY_COMMA,
        Kind::MisplacedFlowCollectionEnd | Kind::MismatchedFlowCollectionEnd { .. } => &messages::EXTRA_BRACKET,
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar | Kind::InvalidQuotedScalarIndent => {
            &messages::WHY_QUOTE_OPEN
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => &messages::WHY_AFTER_QUOTE,
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidUnicodeEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidLowSurrogateHexEscape => &messages::WHY_BACKSLASH,
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabAtBlockScalarStart
        | Kind::TabInPlainScalar => &messages::WHY_TAB,
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey | Kind::ExpectedBlockMappingKey => &messages::WHY_NAME,
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement | Kind::MappingKeyNotAllowed => &messages::WHY_COLON,
        Kind::InvalidIndentation
        | Kind::ExpectedBlockSequenceEntry
        | Kind::UnexpectedEofBlockMapping
        | Kind::UnexpectedEofBlockSequence
        | Kind::InvalidFlowScalarIndent
        | Kind::InvalidBlockScalarIndent
        | Kind::UnexpectedEndOfPlainScalar => &messages::WHY_INDENT,
        Kind::BlockSequenceEntryNotAllowed | Kind::BlockEntryInFlowCollection | Kind::InvalidBlockEntryWhitespace => {
            &messages::WHY_HYPHEN
        }
        Kind::CommentInterceptedScalar | Kind::CommentNotSeparated => &messages::WHY_COMMENT,
        Kind::InvalidBlockScalarHeader | Kind::ZeroBlockScalarIndent => &messages::WHY_BLOCK,
        Kind::DirectiveDisallowed
        | Kind::MissingDirectiveName
        | Kind::InvalidDirectiveName
        | Kind::InvalidDirectiveTerminator
        | Kind::ExpectedDocumentStart
        | Kind::MissingDocumentEndBeforeDirective => &messages::WHY_PERCENT,
        Kind::InvalidDocumentEnd => &messages::WHY_DOTS,
        _ => &messages::WHY_UNKNOWN,
    }
}
