//! `minhbach serve`: builds the site and shows it on this machine.

use std::process::ExitCode;

use super::{build, fail, say};
use crate::language::{Language, Localized};
use crate::{BuildOptions, Failure};

pub fn run(options: &BuildOptions, port: u16, language: Language) -> ExitCode {
    let root = match build::build(options, language) {
        Ok(summary) => summary.root,
        Err(code) => return code,
    };
    let path = if root.is_empty() { "/" } else { root.as_str() };
    let started = |address: std::net::SocketAddr| {
        say(&Localized::text(format!("xem tại http://{address}{path} — dừng bằng Ctrl+C"), format!("see http://{address}{path} — stop with Ctrl+C")), language);
    };
    match crate::serve::serve(&options.out, path, port, started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => fail(
            Failure::World(Localized::text(
                format!("không mở được cổng {port}: {cause}; thử --port khác"),
                format!("cannot listen on port {port}: {cause}; try another --port"),
            )),
            language,
        ),
    }
}
