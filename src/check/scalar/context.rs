//! A word, number or text under check: where it stands, and the faults and fixes of its place.

use crate::check::{describe, raw};
use crate::diag::{Applicability, Code, Diagnostic, Edit, FileId, Fix, MessageArgs, Place, codes, messages};
use crate::record::node::Meaning;
use crate::record::{Node, Value};
use crate::schema::{Field, Shape};
use crate::written::quote::quoted;

/// Where a value stands: the field it belongs to and what the schema says of it.
pub struct FieldContext<'a> {
    /// The field.
    pub field: &'a str,
    /// What the schema says of it; nothing of what stands in a table under names of its own.
    pub about: Option<&'a Field>,
}

/// Everything that is known of the value on the scalar.
pub struct ScalarCheck<'a> {
    /// The text of the file.
    pub source: &'a str,
    /// The file.
    pub file: FileId,
    /// Where the value belongs.
    pub site: &'a FieldContext<'a>,
    /// The value.
    pub node: &'a Node,
}

impl ScalarCheck<'_> {
    /// Returns where the value stands.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.node.span.range()
    }

    /// Returns whether the value is written without quotes.
    pub fn is_plain(&self) -> bool {
        matches!(&self.node.value, Value::Scalar(scalar) if scalar.plain)
    }

    /// Returns the fix that writes the value in double quotes.
    pub fn in_quotes(&self) -> Fix {
        Fix::automatic(vec![Edit::new(self.range(), quoted(self.node.text().unwrap_or_default()))])
    }

    /// Returns the fix that writes another text in its place, where it stands on one line.
    pub fn replaced_by(&self, text: &str, certain: bool) -> Option<Fix> {
        let one_line = !raw::of(self.source, &self.range()).contains('\n');
        one_line.then(|| {
            Fix::new(vec![Edit::new(self.range(), self.in_its_quotes(text))], Applicability::automatic_if(certain))
        })
    }

    /// Returns a text as it stands in place of the value: in quotes where that is.
    pub fn in_its_quotes(&self, text: &str) -> String {
        let is_quoted = raw::of(self.source, &self.range()).starts_with(['"', '\'']);
        if is_quoted { quoted(text) } else { text.to_owned() }
    }

    /// Returns a fault of the value.
    pub fn fault(&self, code: &'static Code, values: MessageArgs) -> Diagnostic {
        self.fault_at(code, self.range(), values)
    }

    /// Returns a fault at a part of it.
    pub fn fault_at(&self, code: &'static Code, range: std::ops::Range<usize>, values: MessageArgs) -> Diagnostic {
        Diagnostic::new(code, Place { file: self.file, range }, values)
    }

    /// Returns the fault of a value of another type.
    pub fn wrong(&self, shape: &Shape) -> Diagnostic {
        let field = self.site.field;
        let written = self.node.text().unwrap_or_default();
        let whole = matches!(shape, Shape::Integer { .. });
        let number = !matches!(shape, Shape::Bool)
            && (written.parse::<i64>().is_ok() || (!whole && written.parse::<f64>().is_ok()));
        let hint = if number {
            (&messages::CORRECTED).into()
        } else {
            messages::WRITE_EXAMPLE.of(vec![("example", describe::example_of_shape(field, shape).into())])
        };
        let found = match self.node.meaning() {
            Some(Meaning::Number(_)) if whole => &messages::IS_FRACTION,
            _ => describe::found(self.node),
        };
        let values = vec![
            ("field", field.into()),
            ("expected", describe::expected(shape).into()),
            ("found", found.into()),
            ("hint", hint),
        ];
        self.fault(codes::TYPE_WRONG, values)
    }
}
