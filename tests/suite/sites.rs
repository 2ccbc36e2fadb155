//! The small site of `tests/site`, with changes laid over it.

use std::fs;
use std::path::{Path, PathBuf};

use minhbach::BuildOptions;
use minhbach::assemble::Overrides;
use tempfile::TempDir;

/// A content folder of its own for one test, and an output folder beside it.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// The small site, with files of an archive laid over it: `-- path --` begins a file,
    /// `(deleted)` deletes it, `(not text)` makes it UTF-16, `(link)` puts a link to itself in its
    /// place.
    pub fn with(changes: &str) -> Site {
        let site = Site { folder: tempfile::tempdir().expect("a folder") };
        copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site").as_path(), &site.content());
        for (path, text) in archive(changes) {
            let path = site.content().join(path);
            if text == "(deleted)\n" {
                fs::remove_file(&path).expect("a file to delete");
            } else if text == "(link)\n" {
                let elsewhere = site.folder.path().join("elsewhere");
                fs::rename(&path, &elsewhere).expect("moved");
                link(&elsewhere, &path);
            } else if text == "(not text)\n" {
                fs::write(&path, [0xff, 0xfe, 0x41, 0x00]).expect("written");
            } else {
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(&path, text).expect("written");
            }
        }
        site
    }

    /// A copy of another content folder.
    pub fn with_content(content: &Path) -> Site {
        let site = Site { folder: tempfile::tempdir().expect("a folder") };
        copy(content, &site.content());
        site
    }

    pub fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Adds a text at the end of a file, which is made where there is none.
    pub fn append(&self, file: &str, text: &str) {
        let path = self.content().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        let known = fs::read_to_string(&path).unwrap_or_default();
        fs::write(path, known + text).expect("written");
    }

    /// Replaces one text in one file; the text must stand there once.
    pub fn replace(&self, file: &str, old: &str, new: &str) {
        let path = self.content().join(file);
        let text = fs::read_to_string(&path).expect("a file");
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {file}");
        fs::write(path, text.replace(old, new)).expect("written");
    }

    pub fn options(&self) -> BuildOptions {
        BuildOptions {
            content: self.content(),
            theme: None,
            out: self.out(),
            cache: None,
            overrides: Overrides::default(),
            jobs: None,
            timings: false,
        }
    }

    /// The output's files with their bytes, sorted.
    pub fn built(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.out())
    }
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) {
    std::os::unix::fs::symlink(to, at).expect("a link");
}

#[cfg(windows)]
fn link(to: &Path, at: &Path) {
    std::os::windows::fs::symlink_file(to, at).expect("a link");
}

/// The files below a folder with their bytes, sorted by path.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(folder)
                .expect("below")
                .to_string_lossy()
                .replace('\\', "/");
            (path, fs::read(entry.path()).expect("readable"))
        })
        .collect();
    files.sort();
    files
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
}

fn archive(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(path) =
            line.trim_end().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --"))
        {
            files.push((path, String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
        }
    }
    files
}
