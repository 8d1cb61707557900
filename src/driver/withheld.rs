//! What editions leave out besides what is marked: for those who look after the records, never for the readers of an edition.

use crate::check::Checked;
use crate::diag::{Diagnostic, codes};
use crate::report::Edition;
use crate::view::{Fallen, View};

/// Notes every record that an edition leaves out because it cannot be without something that is marked higher.
pub fn withheld(checked: &Checked) -> Vec<Diagnostic> {
    let settings = &checked.settings;
    let restricted = settings.editions.iter().filter(|edition| edition.highest.is_some());
    let of_edition = |edition: &Edition| {
        let view = View::new(checked, edition, settings.as_of);
        view.fallen().iter().filter_map(|fallen| note(checked, &edition.id, fallen)).collect::<Vec<_>>()
    };
    restricted.flat_map(of_edition).collect()
}

fn note(checked: &Checked, edition: &str, fallen: &Fallen) -> Option<Diagnostic> {
    let record = checked.store.records.get(&fallen.record)?;
    let values = vec![("edition", edition.into()), ("field", fallen.field.as_str().into())];
    Some(Diagnostic::new(codes::RECORD_WITHHELD, record.place_of(&fallen.field), values))
}
