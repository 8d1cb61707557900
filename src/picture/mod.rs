//! Picture: the pages of a finished PDF as dots, and where two pages differ. The only room that names the crates which draw a PDF and
//! write pictures; it looks into nothing of ours.

mod difference;
mod dots;
mod pdf;

pub use difference::difference;
pub use dots::Picture;
pub use pdf::{first_page, pages};
