//! What is made stands there whole or not at all, and nothing is ever written over: files are made
//! in a hidden folder beside their place, which the reader of content does not look into, and then
//! take their names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What could not be written, and why.
pub type Failed = (PathBuf, io::Error);

/// Makes a folder that is not there yet, with files at their paths in it.
pub fn folder(target: &Path, files: &[(String, String)]) -> Result<(), Failed> {
    let made = staged(target, files)?;
    let taken = if target.exists() {
        Err(io::Error::from(io::ErrorKind::AlreadyExists))
    } else {
        fs::rename(&made, target)
    };
    if taken.is_err() {
        let _ = fs::remove_dir_all(&made);
    }
    taken.map_err(|cause| (target.to_owned(), cause))
}

/// Makes files in a folder that may be there already; none of the files may be.
pub fn files(parent: &Path, files: &[(String, String)]) -> Result<(), Failed> {
    let made = staged(&parent.join("files"), files)?;
    let mut taken: Vec<PathBuf> = Vec::new();
    let done = files.iter().try_for_each(|(name, _)| {
        let target = parent.join(name);
        // A link is made only where nothing stands: it never takes another file's place. Where the
        // file system has no links, a copy is made.
        let moved = fs::hard_link(made.join(name), &target).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Err(error),
            _ => fs::read(made.join(name)).and_then(|bytes| {
                io::Write::write_all(&mut fs::File::create_new(&target)?, &bytes)
            }),
        });
        moved.map_err(|cause| (target.clone(), cause))?;
        taken.push(target);
        Ok(())
    });
    if done.is_err() {
        taken.iter().for_each(|path| drop(fs::remove_file(path)));
    }
    let _ = fs::remove_dir_all(&made);
    done
}

/// The files in a hidden folder beside a path. One that an interrupted run left is made anew.
fn staged(beside: &Path, files: &[(String, String)]) -> Result<PathBuf, Failed> {
    let name =
        beside.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let folder = beside.with_file_name(format!(".{name}.minhbach-new"));
    let _ = fs::remove_dir_all(&folder);
    let made = files.iter().try_for_each(|(name, text)| {
        let path = name.split('/').fold(folder.clone(), |path, part| path.join(part));
        let parent = path.parent().unwrap_or(&folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, text))
            .map_err(|cause| (path, cause))
    });
    if made.is_err() {
        let _ = fs::remove_dir_all(&folder);
    }
    made.map(|()| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> (String, String) {
        (name.to_owned(), "new\n".to_owned())
    }

    #[test]
    fn a_folder_that_is_there_stays_as_it_is_and_nothing_is_left_beside_it() {
        let root = tempfile::tempdir().expect("a folder");
        let target = root.path().join("plan");
        fs::create_dir(&target).expect("made");
        let (path, cause) = folder(&target, &[named("a.yaml")]).expect_err("it is there");
        assert_eq!((path, cause.kind()), (target.clone(), io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read_dir(root.path()).expect("read").count(), 1);
        assert_eq!(fs::read_dir(&target).expect("read").count(), 0);
    }

    #[test]
    fn of_files_all_are_made_or_none() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("b.md"), "old\n").expect("written");
        let (path, _) =
            files(root.path(), &[named("a.md"), named("b.md")]).expect_err("one is there");
        assert_eq!(path, root.path().join("b.md"));
        assert_eq!(fs::read_to_string(&path).expect("read"), "old\n");
        assert_eq!(fs::read_dir(root.path()).expect("read").count(), 1, "the first was taken back");
        files(root.path(), &[named("a.md"), named("c.md")]).expect("made");
        assert_eq!(fs::read_dir(root.path()).expect("read").count(), 3);
    }

    #[test]
    fn what_an_interrupted_run_left_is_made_anew() {
        let root = tempfile::tempdir().expect("a folder");
        let left = root.path().join(".plan.minhbach-new");
        fs::create_dir(&left).expect("made");
        fs::write(left.join("half.yaml"), "").expect("written");
        folder(&root.path().join("plan"), &[named("a.yaml")]).expect("made");
        assert_eq!(fs::read_dir(root.path().join("plan")).expect("read").count(), 1);
    }
}
