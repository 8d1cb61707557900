//! What Markdown offers and texts do not have.

use crate::diag::message::messages;

messages! {
    /// A heading.
    MARKDOWN_HEADINGS: "Headings", "заголовки";
    /// A picture.
    MARKDOWN_PICTURES: "Pictures", "изображения";
    /// Code.
    MARKDOWN_CODE: "Code (indented lines or `…`)", "код (строки с отступом или `…`)";
    /// A quotation.
    MARKDOWN_QUOTATIONS: "Quotations with >", "цитаты со знаком >";
    /// HTML.
    MARKDOWN_HTML: "HTML", "HTML";
    /// A line across the page.
    MARKDOWN_LINES: "Lines across the page", "горизонтальные линии";
    /// A text of the length of a book.
    MARKDOWN_LENGTH: "More than a million letters", "более миллиона букв";
    /// Anything else.
    MARKDOWN_OTHER: "This form of Markdown", "такую разметку";
}
