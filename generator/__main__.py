"""`python -m generator` is `congtac`."""

from generator.cli import main

if __name__ == "__main__":
    main()
