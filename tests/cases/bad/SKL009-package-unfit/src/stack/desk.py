# skillc copies this file into each skill; change it in src/stack, not there
import os.path
import subprocess
from urllib.request import urlopen
from json import loads

import requests
from pydantic import BaseModel
from stack import desk
from . import desk
