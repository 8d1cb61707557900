//! How many faults are reported of one thing.

/// More faults of one sort in one record than anybody reads.
pub const MAX_FAULTS_PER_RECORD: usize = 200;
