//! What is read after a value: the next line, or a field behind it.

/// A field whose value is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Field<'t> {
    /// Its name; empty where a value stands alone.
    pub name: &'t str,
    /// Where its value begins, behind the colon.
    pub value: usize,
    /// Where its line ends.
    pub end: usize,
    /// The column at which it stands.
    pub column: usize,
}

/// What a value leaves open for the lines below it.
#[derive(Debug, Clone, Copy)]
pub enum Left {
    /// Nothing: it is complete.
    Closed,
    /// There was none: something further in may follow.
    Block,
    /// Plain text that begins here and may go on.
    Plain(usize),
    /// Fields below it that belong before its closing brace.
    Brace(usize),
}

/// Where reading goes on after a value.
#[derive(Debug, Clone, Copy)]
pub enum Next<'t> {
    /// At a line.
    Line(usize, Left),
    /// At a field behind the value, on its line.
    Field(Field<'t>),
}
