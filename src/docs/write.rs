//! The pages into a folder. Pages of an earlier version are written over; nothing is deleted, and a
//! folder with other files in it is refused.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file by which a folder is known to hold these pages.
const MARKER: &str = ".minhbach-docs";

/// Why the pages were not written.
#[derive(Debug)]
pub enum WriteError {
    /// The folder holds files that are not of the documentation.
    NotOurs(PathBuf),
    Io {
        path: PathBuf,
        cause: io::Error,
    },
}

/// Writes files at their paths below a folder, which is made where it is missing.
pub fn write(folder: &Path, files: &[(String, String)]) -> Result<(), WriteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |cause| WriteError::Io { path, cause }
    };
    fs::create_dir_all(folder).map_err(at(folder))?;
    let is_empty = fs::read_dir(folder).map_err(at(folder))?.next().is_none();
    if !is_empty && !folder.join(MARKER).is_file() {
        return Err(WriteError::NotOurs(folder.to_owned()));
    }
    let marker = (MARKER.to_owned(), concat!(env!("CARGO_PKG_VERSION"), "\n").to_owned());
    for (name, text) in std::iter::once(&marker).chain(files) {
        let path = name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(at(parent))?;
        fs::write(&path, text).map_err(at(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_files_is_refused_and_one_of_ours_is_written_again() {
        let parent = tempfile::tempdir().expect("a folder");
        let (own, other) = (parent.path().join("docs"), parent.path().join("photos"));
        let files = [("vi/index.html".to_owned(), "1".to_owned())];
        write(&own, &files).expect("written");
        write(&own, &files).expect("written again");
        assert_eq!(fs::read_to_string(own.join("vi/index.html")).expect("a page"), "1");
        fs::create_dir(&other).expect("made");
        fs::write(other.join("a.jpg"), "").expect("written");
        assert!(matches!(write(&other, &files), Err(WriteError::NotOurs(_))));
        assert!(!other.join("vi").exists());
    }
}
