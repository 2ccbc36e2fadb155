//! The parts of a `.docx`, which is a zip archive. Only what Word writes is read: stored or deflated parts, found through the central
//! directory. A part that grows beyond its limit, or is not what its checksum says, is refused.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::DeflateDecoder;

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
    bytes: &'bytes [u8],
    entries: BTreeMap<String, Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    is_encrypted: bool,
    method: u16,
    checksum: u32,
    packed: usize,
    offset: usize,
}

impl<'bytes> Package<'bytes> {
    pub fn open(bytes: &'bytes [u8]) -> Result<Self, PackageError> {
        const END: &[u8] = b"PK\x05\x06";
        if !bytes.starts_with(b"PK") {
            return Err(PackageError::NotZip);
        }
        // A comment of 65535 bytes at most may stand behind the record at the end.
        let from = bytes.len().saturating_sub(22 + 65_535);
        let end = bytes[from..].windows(END.len()).rposition(|window| window == END).map(|at| from + at).ok_or(PackageError::Damaged)?;
        part(bytes, end, 22)?;
        let count = usize::from(u16_at(bytes, end + 10)?);
        let mut at = u32_at(bytes, end + 16)?;
        if count > MOST_PARTS {
            return Err(PackageError::TooLarge);
        }
        let mut entries = BTreeMap::new();
        for _ in 0..count {
            if part(bytes, at, 4)? != b"PK\x01\x02" {
                return Err(PackageError::Damaged);
            }
            let [name, extra, comment] = [28, 30, 32].map(|offset| u16_at(bytes, at + offset).map(usize::from));
            let name = name?;
            let entry = Entry {
                is_encrypted: u16_at(bytes, at + 8)? & 1 == 1,
                method: u16_at(bytes, at + 10)?,
                checksum: u32_at(bytes, at + 16)? as u32,
                packed: u32_at(bytes, at + 20)?,
                offset: u32_at(bytes, at + 42)?,
            };
            let path = String::from_utf8_lossy(part(bytes, at + 46, name)?).replace('\\', "/");
            entries.insert(path, entry);
            at += 46 + name + extra? + comment?;
        }
        Ok(Package { bytes, entries })
    }

    /// The text of a part, `None` where there is no such part.
    pub fn text(&self, path: &str) -> Result<Option<String>, PackageError> {
        let Some(entry) = self.entries.get(path.trim_start_matches('/')) else { return Ok(None) };
        if entry.is_encrypted {
            return Err(PackageError::Encrypted);
        }
        if part(self.bytes, entry.offset, 4)? != b"PK\x03\x04" {
            return Err(PackageError::Damaged);
        }
        let [name, extra] = [26, 28].map(|offset| u16_at(self.bytes, entry.offset + offset).map(usize::from));
        let packed = part(self.bytes, entry.offset + 30 + name? + extra?, entry.packed)?;
        let mut unpacked = Vec::new();
        let read = match entry.method {
            0 => packed.take(LARGEST_PART + 1).read_to_end(&mut unpacked),
            8 => DeflateDecoder::new(packed).take(LARGEST_PART + 1).read_to_end(&mut unpacked),
            _ => return Err(PackageError::Damaged),
        };
        read.map_err(|_| PackageError::Damaged)?;
        if unpacked.len() as u64 > LARGEST_PART {
            return Err(PackageError::TooLarge);
        }
        if crc32fast::hash(&unpacked) != entry.checksum {
            return Err(PackageError::Damaged);
        }
        let text = String::from_utf8(unpacked).map_err(|_| PackageError::Damaged)?;
        Ok(Some(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned)))
    }
}

fn part(bytes: &[u8], start: usize, length: usize) -> Result<&[u8], PackageError> {
    start.checked_add(length).and_then(|end| bytes.get(start..end)).ok_or(PackageError::Damaged)
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, PackageError> {
    Ok(part(bytes, at, 2)?.iter().rev().fold(0, |number, &byte| number << 8 | u16::from(byte)))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<usize, PackageError> {
    Ok(part(bytes, at, 4)?.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
}
