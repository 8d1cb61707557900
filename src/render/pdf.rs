//! The PDF: PDF/A-2a, or PDF/A-3a where it carries its data, and PDF/UA-1 at once, always, with everything pinned that could make two runs differ.

use chrono::Datelike;
use typst::diag::SourceResult;
use typst::foundations::{Datetime, Label, Smart};
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::page::Document;

/// The label that a template sets where the body ends and the annexes begin.
const BODY_END: &str = "body-end";

/// Writes onto the finished document what it says of itself. A title in a `set` rule would make every paragraph of a document miss what
/// earlier documents left in the caches.
pub fn describe(document: &mut PagedDocument, page: &Document) {
    let info = document.info_mut();
    info.title = Some(page.title.as_str().into());
    info.author = page.office.iter().map(|office| office.as_str().into()).collect();
    info.description = Some(page.type_name.as_str().into());
    info.keywords = page.keywords.iter().map(|keyword| keyword.as_str().into()).collect();
    let day = page.date.first();
    info.date = Smart::Custom(day.and_then(|day| {
        let (month, day_of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        Datetime::from_ymd(day.year(), month, day_of_month)
    }));
}

/// Writes the PDF. One that carries attachments is PDF/A-3a.
pub fn write(document: &PagedDocument, page: &Document, attach: bool) -> SourceResult<Vec<u8>> {
    let archival = if attach { PdfStandard::A_3a } else { PdfStandard::A_2a };
    let standards = PdfStandards::new(&[archival, PdfStandard::Ua_1]);
    let options = PdfOptions {
        // By default the identity is a hash of title and author, which two notes can share.
        ident: Smart::Custom(page.file_name.clone()),
        creator: Smart::Custom(Some("chancery".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: standards.expect("PDF/A and PDF/UA-1 go together"),
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(document, &options)
}

/// Returns how many pages the body has, if the template says where it ends.
pub fn body_pages(document: &PagedDocument) -> Option<usize> {
    let label = Label::new(PicoStr::intern(BODY_END))?;
    let end = document.introspector().query_label(label).ok()?.location()?;
    let page = document.introspector().page(end)?;
    Some(page.get())
}
