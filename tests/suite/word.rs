//! Word files as small as they can be, made by code. The tests of `src/import` use it too.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

/// What says where the text of a document is.
pub const RELATIONS: &str = r#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A `.docx` of these parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        archive.write_all(text.as_bytes()).expect("a part is written");
    }
    archive.finish().expect("an archive").into_inner()
}
