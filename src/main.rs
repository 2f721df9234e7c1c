//! The command line: `policyc --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    policyc::cli::run(std::env::args_os())
}
