# skillc copies this file into each skill; change it in src/stack, not there

match 1:
    case 1:
        pass
