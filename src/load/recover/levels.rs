//! Levels: the columns at which lists of fields and lists of entries stand open, from the outermost to the line being read.

/// What stands open at a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A list of fields.
    Fields,
    /// A list of entries, each with its hyphen.
    Entries,
}

/// An open list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// How many characters stand before it.
    pub column: usize,
    /// What it is.
    pub kind: Kind,
}

/// What the line before leaves open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Open {
    /// Nothing: its value is complete.
    Closed,
    /// A field or a hyphen without value: something further in may follow.
    #[default]
    Block,
    /// Plain text, which may go on further in.
    Plain,
}

/// All open lists, the outermost first.
#[derive(Debug, Default)]
pub struct Levels(Vec<Level>);

/// Why a column fits no open list.
#[derive(Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The columns that would fit, the likelier first.
    pub fitting: Vec<usize>,
}

impl Levels {
    /// Forgets everything, as a new document does.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Returns the innermost open list.
    pub fn last(&self) -> Option<Level> {
        self.0.last().copied()
    }

    /// Returns the open list at a column.
    pub fn at(&self, column: usize) -> Option<Level> {
        self.0.iter().rev().find(|level| level.column == column).copied()
    }

    /// Returns whether a list stands open.
    pub fn has(&self, level: Level) -> bool {
        self.0.contains(&level)
    }

    /// Returns the columns of open lists of a kind, but for the margin, the outermost first.
    pub fn columns_of(&self, kind: Kind) -> Vec<usize> {
        self.0.iter().filter(|level| level.kind == kind && level.column > 0).map(|level| level.column).collect()
    }

    /// Enters a line at a column.
    ///
    /// # Errors
    /// Returns the columns that would have fitted.
    pub fn enter(&mut self, level: Level, open: Open) -> Result<(), Misfit> {
        let mut left = None;
        while let Some(top) = self.0.last().filter(|top| top.column > level.column) {
            left = Some(top.column);
            self.0.pop();
        }
        let Some(top) = self.last() else {
            // Left of everything: only the first line may choose its column.
            if let Some(left) = left {
                return Err(Misfit { fitting: vec![left] });
            }
            self.0.push(level);
            return Ok(());
        };
        if top.column == level.column {
            let below = self.0.len().checked_sub(2).map(|at| self.0[at].column);
            if let (Kind::Entries, Kind::Fields, Some(below)) = (top.kind, level.kind, below)
                && below != level.column
            {
                // Only entries can stand here; a field belongs to the last of them, or to what holds the list.
                return Err(Misfit { fitting: left.into_iter().chain([below]).collect() });
            }
            self.same_column(top, level, open);
            return Ok(());
        }
        match (left, open) {
            (None, Open::Block) => {
                self.0.push(level);
                Ok(())
            }
            (None, _) => Err(Misfit { fitting: vec![top.column] }),
            (Some(left), _) => {
                let nearer = 2 * level.column >= top.column + left;
                Err(Misfit { fitting: if nearer { vec![left, top.column] } else { vec![top.column, left] } })
            }
        }
    }

    /// Entries may stand at the column of their field; a field after them ends them.
    fn same_column(&mut self, top: Level, level: Level, open: Open) {
        match (top.kind, level.kind) {
            (Kind::Entries, Kind::Fields) => {
                self.0.pop();
                if self.last().is_none_or(|below| below.column != level.column) {
                    self.0.push(level);
                }
            }
            (Kind::Fields, Kind::Entries) if open == Open::Block => self.0.push(level),
            _ => {}
        }
    }

    /// Takes the line at a column as one of the list there, whatever it looked like.
    pub fn settle(&mut self, level: Level) {
        while self.0.last().is_some_and(|top| top.column > level.column) {
            self.0.pop();
        }
        if self.0.last().is_none_or(|top| top.column < level.column) {
            self.0.push(level);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(column: usize) -> Level {
        Level { column, kind: Kind::Fields }
    }

    fn entries(column: usize) -> Level {
        Level { column, kind: Kind::Entries }
    }

    #[test]
    fn enter_follows_nested_lists_and_returns() {
        let mut levels = Levels::default();
        for (level, open) in [
            (fields(0), Open::Closed),
            (fields(2), Open::Block),
            (fields(0), Open::Closed),
            (entries(0), Open::Block),
            (fields(2), Open::Block),
            (entries(0), Open::Closed),
            (fields(0), Open::Closed),
        ] {
            assert_eq!(levels.enter(level, open), Ok(()), "{level:?}");
        }
    }

    #[test]
    fn enter_names_the_columns_that_fit() {
        let mut levels = Levels::default();
        levels.enter(fields(0), Open::Closed).unwrap();
        levels.enter(fields(4), Open::Block).unwrap();
        assert_eq!(levels.enter(fields(2), Open::Closed), Err(Misfit { fitting: vec![4, 0] }));
        let mut levels = Levels::default();
        levels.enter(fields(0), Open::Closed).unwrap();
        assert_eq!(levels.enter(fields(3), Open::Closed), Err(Misfit { fitting: vec![0] }));
    }
}
