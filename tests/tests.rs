//! The tests of the whole program: real records, real Typst, the binary as people call it. One binary of tests, so that it is linked once.

mod fixture;

#[path = "suite/editors.rs"]
mod editors;
#[path = "suite/faults.rs"]
mod faults;
#[path = "suite/foreign.rs"]
mod foreign;
#[path = "suite/house.rs"]
mod house;
#[path = "suite/pdf.rs"]
mod pdf;
#[path = "suite/pictures.rs"]
mod pictures;
#[path = "suite/readme.rs"]
mod readme;
#[path = "suite/requests.rs"]
mod requests;
#[path = "suite/rules.rs"]
mod rules;
#[path = "suite/sameness.rs"]
mod sameness;
#[path = "suite/schemas.rs"]
mod schemas;
#[path = "suite/shipped.rs"]
mod shipped;
