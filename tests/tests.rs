//! The tests of the whole program: real records, real Typst, the binary as people call it. One binary of tests, so that it is linked once.

mod fixture;

#[path = "suite/accepted.rs"]
mod accepted;
#[path = "suite/addresses.rs"]
mod addresses;
#[path = "suite/build.rs"]
mod build;
#[path = "suite/canaries.rs"]
mod canaries;
#[path = "suite/codes.rs"]
mod codes;
#[path = "suite/compare.rs"]
mod compare;
#[path = "suite/coverage.rs"]
mod coverage;
#[path = "suite/days.rs"]
mod days;
#[path = "suite/differential.rs"]
mod differential;
#[path = "suite/distribute.rs"]
mod distribute;
#[path = "suite/editors.rs"]
mod editors;
#[path = "suite/extremes.rs"]
mod extremes;
#[path = "suite/faults.rs"]
mod faults;
#[path = "suite/fit.rs"]
mod fit;
#[path = "suite/fix.rs"]
mod fix;
#[path = "suite/fmt.rs"]
mod fmt;
#[path = "suite/fonts.rs"]
mod fonts;
#[path = "suite/foreign.rs"]
mod foreign;
#[path = "suite/house.rs"]
mod house;
#[path = "suite/import.rs"]
mod import;
#[path = "suite/layout.rs"]
mod layout;
#[path = "suite/lists.rs"]
mod lists;
#[path = "suite/mail.rs"]
mod mail;
#[path = "suite/names.rs"]
mod names;
#[path = "suite/new.rs"]
mod new;
#[path = "suite/outputs.rs"]
mod outputs;
#[path = "suite/pack.rs"]
mod pack;
#[path = "suite/parameters.rs"]
mod parameters;
#[path = "suite/pdf.rs"]
mod pdf;
#[path = "suite/pictures.rs"]
mod pictures;
#[path = "suite/printed.rs"]
mod printed;
#[path = "suite/reading.rs"]
mod reading;
#[path = "suite/readme.rs"]
mod readme;
#[path = "suite/release.rs"]
mod release;
#[path = "suite/rename.rs"]
mod rename;
#[path = "suite/requests.rs"]
mod requests;
#[path = "suite/robust.rs"]
mod robust;
#[path = "suite/rules.rs"]
mod rules;
#[path = "suite/sameness.rs"]
mod sameness;
#[path = "suite/schemas.rs"]
mod schemas;
#[path = "suite/shipped.rs"]
mod shipped;
#[path = "suite/signature.rs"]
mod signature;
#[path = "suite/site.rs"]
mod site;
#[path = "suite/slips.rs"]
mod slips;
#[path = "suite/stages.rs"]
mod stages;
#[path = "suite/starter.rs"]
mod starter;
#[path = "suite/strength.rs"]
mod strength;
#[path = "suite/structure.rs"]
mod structure;
#[path = "suite/suppressions.rs"]
mod suppressions;
#[path = "suite/trace.rs"]
mod trace;
#[path = "suite/values.rs"]
mod values;
#[path = "suite/views.rs"]
mod views;
#[path = "suite/watch.rs"]
mod watch;
#[path = "suite/written.rs"]
mod written;
