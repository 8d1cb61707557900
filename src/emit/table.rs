//! Tables as CSV (RFC 4180), in UTF-8 with the mark at the beginning by which spreadsheets know it.

/// What spreadsheets take for the sign of UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Returns rows as CSV.
pub fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec());
    for row in rows {
        writer.write_record(row).expect("memory takes any row");
    }
    writer.into_inner().expect("memory takes any row")
}

#[cfg(test)]
mod tests {
    #[test]
    fn cells_with_signs_stand_in_quotes() {
        let rows = [vec!["id".to_owned(), "name".to_owned()], vec!["a".to_owned(), "A, \"old\"\nwell".to_owned()]];
        assert_eq!(super::csv(&rows), "\u{feff}id,name\r\na,\"A, \"\"old\"\"\nwell\"\r\n".as_bytes());
    }
}
