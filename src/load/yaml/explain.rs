//! What a parser noticed, in words that a person understands.

use granit_parser::ErrorKind;

use crate::diag::{Phrase, phrases};

/// Returns why a line cannot be read.
pub fn explained(kind: &ErrorKind) -> &'static Phrase {
    use ErrorKind as Kind;
    match kind {
        Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::UnclosedFlowCollection { .. } => &phrases::WHY_BRACKET_OPEN,
        Kind::ExpectedFlowMappingSeparator | Kind::ExpectedFlowSequenceSeparator => &phrases::WHY_COMMA,
        Kind::MisplacedFlowCollectionEnd | Kind::MismatchedFlowCollectionEnd { .. } => &phrases::EXTRA_BRACKET,
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar | Kind::InvalidQuotedScalarIndent => {
            &phrases::WHY_QUOTE_OPEN
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => &phrases::WHY_AFTER_QUOTE,
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidUnicodeEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidLowSurrogateHexEscape => &phrases::WHY_BACKSLASH,
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabAtBlockScalarStart
        | Kind::TabInPlainScalar => &phrases::WHY_TAB,
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey | Kind::ExpectedBlockMappingKey => &phrases::WHY_NAME,
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement | Kind::MappingKeyNotAllowed => &phrases::WHY_COLON,
        Kind::InvalidIndentation
        | Kind::ExpectedBlockSequenceEntry
        | Kind::UnexpectedEofBlockMapping
        | Kind::UnexpectedEofBlockSequence
        | Kind::InvalidFlowScalarIndent
        | Kind::InvalidBlockScalarIndent
        | Kind::UnexpectedEndOfPlainScalar => &phrases::WHY_INDENT,
        Kind::BlockSequenceEntryNotAllowed | Kind::BlockEntryInFlowCollection | Kind::InvalidBlockEntryWhitespace => {
            &phrases::WHY_HYPHEN
        }
        Kind::CommentInterceptedScalar | Kind::CommentNotSeparated => &phrases::WHY_COMMENT,
        Kind::InvalidBlockScalarHeader | Kind::ZeroBlockScalarIndent => &phrases::WHY_BLOCK,
        Kind::DirectiveDisallowed
        | Kind::MissingDirectiveName
        | Kind::InvalidDirectiveName
        | Kind::InvalidDirectiveTerminator
        | Kind::ExpectedDocumentStart
        | Kind::MissingDocumentEndBeforeDirective => &phrases::WHY_PERCENT,
        Kind::InvalidDocumentEnd => &phrases::WHY_DOTS,
        _ => &phrases::WHY_UNKNOWN,
    }
}
