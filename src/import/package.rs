//! The parts of a `.docx`, which is a zip archive; and what else an archive may be. A part that grows beyond its limit, or is not
//! what its checksum says, is refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::kinds::OtherKind;

/// No part of a document is larger: the text of a thousand pages is a tenth of it.
const LARGEST_PART: u64 = 64 << 20;
/// No document has more parts.
const MOST_PARTS: usize = 10_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageError {
    /// It is no zip archive.
    NotZip,
    /// It is one, and is broken off or damaged.
    Damaged,
    Encrypted,
    TooLarge,
}

#[derive(Debug)]
pub struct Package<'bytes> {
    archive: ZipArchive<Cursor<&'bytes [u8]>>,
    /// The parts by their paths, which some programs write with `\`.
    positions: BTreeMap<String, usize>,
}

impl<'bytes> Package<'bytes> {
    pub fn open(bytes: &'bytes [u8]) -> Result<Self, PackageError> {
        if !bytes.starts_with(b"PK") {
            return Err(PackageError::NotZip);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageError::Damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(PackageError::TooLarge);
        }
        let path_at = |position| {
            archive
                .name_for_index(position)
                .and_then(Result::ok)
                .map(|path| (path.replace('\\', "/"), position))
        };
        let positions = (0..archive.len()).filter_map(path_at).collect();
        Ok(Package { archive, positions })
    }

    /// Of which other program the archive is; `None` where it may be one of Word.
    pub fn other_kind(&self) -> Option<OtherKind> {
        let has = |folder: &str| self.positions.keys().any(|path| path.starts_with(folder));
        let mimetype = self.text("mimetype").ok().flatten().unwrap_or_default();
        let of_mimetype = [
            ("application/vnd.oasis.opendocument.text", OtherKind::Writer),
            ("application/vnd.oasis.opendocument.spreadsheet", OtherKind::Table),
            ("application/epub", OtherKind::Book),
        ];
        let named = of_mimetype.into_iter().find(|(named, _)| mimetype.starts_with(named));
        named.map(|(_, kind)| kind).or_else(|| {
            Some(match () {
                () if has("xl/") => OtherKind::Table,
                () if has("ppt/") => OtherKind::Slides,
                () if has("word/") || has("_rels/") => return None,
                () => OtherKind::Archive,
            })
        })
    }

    /// The text of a part, `None` where there is no such part.
    pub fn text(&self, path: &str) -> Result<Option<String>, PackageError> {
        let Some(&position) = self.positions.get(path.trim_start_matches('/')) else {
            return Ok(None);
        };
        // Its directory is shared, not copied.
        let mut archive = self.archive.clone();
        let part = archive.by_index(position).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => PackageError::Encrypted,
            _ => PackageError::Damaged,
        })?;
        let mut unpacked = Vec::new();
        part.take(LARGEST_PART + 1)
            .read_to_end(&mut unpacked)
            .map_err(|_| PackageError::Damaged)?;
        if unpacked.len() as u64 > LARGEST_PART {
            return Err(PackageError::TooLarge);
        }
        let text = String::from_utf8(unpacked).map_err(|_| PackageError::Damaged)?;
        Ok(Some(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned)))
    }
}
