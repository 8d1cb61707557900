//! Parts of a workbook → a workbook. The fuzzer changes the parts, which no packing hides from it.

use flate2::Crc;

const ROOT: &str =
    r#"<Relationships><Relationship Type="t/officeDocument" Target="xl/workbook.xml" Id="r1"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="Wells" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &str = concat!(
    r#"<Relationships><Relationship Type="t/worksheet" Target="sheet.xml" Id="r1"/>"#,
    r#"<Relationship Type="t/sharedStrings" Target="strings.xml" Id="r2"/>"#,
    r#"<Relationship Type="t/styles" Target="styles.xml" Id="r3"/></Relationships>"#
);

/// Packs a sheet and, each after a zero byte, its texts, its styles and the workbook itself where they are there.
pub fn workbook(parts: &[u8]) -> Vec<u8> {
    let mut pack = Pack::default();
    let mut parts = parts.splitn(4, |byte| *byte == 0);
    pack.put("_rels/.rels", ROOT.as_bytes());
    pack.put("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes());
    for name in ["xl/sheet.xml", "xl/strings.xml", "xl/styles.xml"] {
        pack.put(name, parts.next().unwrap_or_default());
    }
    let own = parts.next().filter(|part| !part.is_empty());
    pack.put("xl/workbook.xml", own.unwrap_or(WORKBOOK.as_bytes()));
    pack.close()
}

/// A pack in which nothing is made smaller.
#[derive(Default)]
struct Pack {
    bytes: Vec<u8>,
    register: Vec<u8>,
    number: u16,
}

impl Pack {
    fn put(&mut self, name: &str, part: &[u8]) {
        // Version, flags, method, time and day; then the sum, both sizes, and the lengths of the name and of nothing more.
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let mut crc = Crc::new();
        crc.update(part);
        about.extend(crc.sum().to_le_bytes());
        about.extend([part.len() as u32; 2].map(u32::to_le_bytes).concat());
        about.extend([name.len() as u16, 0].map(u16::to_le_bytes).concat());
        let at = self.bytes.len() as u32;
        self.bytes.extend([b"PK\x03\x04", &about[..], name.as_bytes(), part].concat());
        let rest = [&[0; 10], &at.to_le_bytes()[..], name.as_bytes()].concat();
        self.register.extend([b"PK\x01\x02\x14\x00", &about[..], &rest].concat());
        self.number += 1;
    }

    fn close(mut self) -> Vec<u8> {
        let (start, length) = (self.bytes.len() as u32, self.register.len() as u32);
        self.bytes.append(&mut self.register);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend([self.number; 2].map(u16::to_le_bytes).concat());
        self.bytes.extend([length, start].map(u32::to_le_bytes).concat());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}
