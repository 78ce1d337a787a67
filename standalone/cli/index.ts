import { createProgram } from './program';
import { runProgram } from './run_program';

void runProgram(createProgram(), process.argv);
