//! The `minhbach` program: everything it can do is in the library's [`minhbach::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    minhbach::cli::run()
}
