/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},LoraError=class extends Error{constructor(t,e,r){super(e,{cause:r})
this.name="LoraError"
this.code=t}}
function r(t,e,r){throw new LoraError(t,e,r)}var s={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out"}
function o(t,o){const a=Object.keys(e),[i]=a.filter(r=>e[r]===t)
r(i,`${o}: ${s[i]??i}`)}var a=t=>t.length>80?`${t.slice(0,79)}…`:t,i=t=>a(JSON.stringify(t))
function n(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let a=1;a<=e.length;a++){const i=r[a-1]+Number(t[s-1]!==e[a-1])
o.push(Math.min(i,r[a]+1,o[a-1]+1))}r=o}return r[e.length]}function h(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=n(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${a(s)}?)`}var c=t=>Object.prototype.toString.call(t).slice(8,-1),u=t=>"string"==typeof t?i(t):a(Object(t)===t?c(t):String(t)),d=(t,e,s,o="LORA_E_TYPE")=>r(o,`${t} must be ${e}, got ${u(s)}`)
function l(t,e,s){const o=p(t,e)
o!==s&&r("LORA_E_SHAPE",`${t} must have ${s} numbers, got ${o}`)}function m(t,e,s,o){const a=p(t,e),i=a/s;(!Number.isInteger(i)||i<1||i>o)&&r("LORA_E_SHAPE",`${t} must have 1 to ${o} rows of ${s} numbers ({ batch: ${o} } when it was created), got ${a} numbers`)
return i}function p(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===c(e))||d(t,"a Float32Array",e)
return e.length}function f(t,e){"number"!=typeof e&&d(t,"a number",e)
Number.isFinite(Math.fround(e))||r("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function g(t,e,s,o,a="LORA_E_RANGE"){"number"!=typeof e&&d(t,"a number",e);(!Number.isInteger(e)||e<s||e>o)&&r(a,`${t} must be a whole number from ${s} to ${o}, got ${e}`)
return e}function _(t,e){const s=f(t,e)
s<0&&r("LORA_E_RANGE",`${t} must not be negative, got ${s}`)
return s}function y(t,e){const s=f(t,e)
s>0||r("LORA_E_RANGE",`${t} must be above 0, got ${s}`)
return s}function b(t){const e=f("share",t)
e>=0&&e<=1||r("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function w(t,e,s){const o=s.indexOf(e)
o<0&&r("LORA_E_OPTION",`${t} must be one of ${s.join(", ")}, got ${u(e)}${h(e,s)}`)
return o}function O(t,e){"boolean"!=typeof e&&d(t,"true or false",e)
return e}function A(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function v(t,e,s){A(e)||d(`${t}: the argument`,"an object of options",e)
const o={...s}
for(const[i,n]of Object.entries(e)){Object.hasOwn(s,i)||r("LORA_E_OPTION",`${t} has no option ${a(i)}${h(i,Object.keys(s))}; it has `+Object.keys(s).join(", "))
void 0!==n&&(o[i]=n)}return o}var E,R=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function L(t){const e=t?.[R]
"function"==typeof e&&e()
const r=E
E=void 0
return r}var k=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,R,{value:e=>{void 0===e?E=t:e(t)},configurable:!0})}static inside(t){return Object(t)===t&&#t in t?t.#t:L(t)??d("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return L(this)?.m??"Object"}toJSON(){return S(this).h()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=L(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.m} ${r(s.h(),e)}`}}
function j(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var S=t=>k.inside(t)
function I(t,e,s,o,a){const i=L(s)
if(i instanceof o)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[R]
"function"==typeof r&&r(t=>e=t)
return e}(s)&&r(a??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here, import one of them only`)
return d(t,e,s,a)}var N,$,M=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),F=class extends k{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[M],configurable:!0})}free(){S(this).v()}[M](){this.free()}},x=[1,2,3,4,5],P=[[1,0,2,0,-1],[0,1,0,-2,1]],B=[[1,2,0,0,4],[0,2,4,0,-2]],T=[1,0,-1,2,.5],C=[2,3,1,4,10],D=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],W=4293918720,z="this is not the microlora.wasm of this release: take the one beside this script",H=(t=16777216)=>g("memory (bytes)",t,131072,W),G=class{m="Engine"
g=new Float32Array(0)
C="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
4!==e.lora_version?.()&&r("LORA_E_MODULE",z)
this.D=e.memory
this.b={...e}
this.E=1===this.b.lora_simd()}h(){return{simd:this.E,memoryUsage:this.w()}}w(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.D.buffer,t>>>0,e)}F(t){this.b.lora_grow(t)<0&&r("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.p()}p(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},U=t=>S(t),Engine=class extends k{constructor(t,e){const r=new G(t)
r.F(e)
super(r)
this.simd=r.E
j(this)}get memory(){return U(this).D}get memoryUsage(){return U(this).w()}grow(t){U(this).F(g("grow: bytes",t,1,W))}},J=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,P.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(x)
e.lora_forward(s,0,1,1)
const a=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===a[e])};[P,B].forEach((t,o)=>t.forEach((t,a)=>{r.set(t)
e.lora_write_row(s,0,o,a)}))
const a=o(C)
r.set(T)
e.lora_adapt(s,0,1,1)
const i=o(D)
e.lora_free(s)
return a&&i}(U(t)),q="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",Y=t=>"WebAssembly.Module"===c(t)
function V(t){const e=v("init",void 0===t||A(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&r("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:H(e.memory),simd:void 0===e.simd?void 0:O("simd",e.simd)}}function Q(){"object"!=typeof WebAssembly&&r("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function X(t,{module:e},s){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&r("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&r("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const o=void 0!==e&&void 0===s?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===s||Y(s)||WebAssembly.validate(s)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
r("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${o}`,t)}function K(t){if(Y(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===c(t))(t))return t
r("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${c(t)}`)}async function Z(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function tt(t){const e=Y(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function et(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
return Y(r)||WebAssembly.validate(r)?r:void 0}var rt=(t,e)=>new Engine(t,H(e.memory))
function st(t,e){const s=rt(t,e)
J(s)||r("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==s.simd&&r("LORA_E_SIMD",`the module given is the ${s.simd?"SIMD":"scalar"} build`)
return s}async function ot(t){Q()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(c(e))&&(e=await fetch(e))
if("Response"===c(e)){const{ok:t,url:s,status:o,headers:a}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||r("LORA_E_MODULE",`${s} answered ${o} ${a.get("Content-Type")}, no wasm: put the file there`)}return K(e)}(t.module)
return st(await Z(e),t)}const s=et(t)
if(void 0!==s){const e=rt(await Z(s),t)
if(J(e))return e}!0===t.simd&&r("LORA_E_SIMD",q)
const o=await(async()=>{throw new Error("this entry carries the SIMD build only, which workerd always has")})().catch(t=>r("LORA_E_SIMD",q,t)),a=rt(await Z(o),t)
J(a)||r("LORA_E_MODULE","WebAssembly computes wrongly here")
return a}catch(r){return X(r,t,e)}}function at(t,e){const{used:s,free:o}=t.memoryUsage;(void 0!==e.memory&&e.memory>s+o||void 0!==e.simd&&e.simd!==t.simd)&&r("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}async function it(t){const e=V(t)
if(void 0===N){$??=ot(e).then(t=>N??=t).finally(()=>$=void 0)
await $}return at(N,e)}function nt(t){const e=V(t)
return void 0!==N?at(N,e):N=function(t){Q()
let e
try{if(void 0!==t.module){e=K(t.module)
return st(tt(e),t)}const s=et(t)
if(void 0!==s){const e=rt(tt(s),t)
if(J(e))return e}return r("LORA_E_SIMD",q)}catch(r){return X(r,t,e)}}(e)}async function ht(t){return ot(V(t))}var ct=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),ut=4294967295,dt={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...ct.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},lt=Object.fromEntries([...ct.keys(),"betas"].map(t=>[t,void 0])),mt={sgd:t=>Math.min(.02,5.12/t),momentum:t=>Math.min(.002,.512/t),adam:t=>Math.min(.003,.1/t),adamw:t=>Math.min(.003,.1/t),preconditioned:()=>.5},pt=Object.keys(mt),ft=t=>S(t),gt=class extends F{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
j(this)}get input(){return ft(this).input}get output(){return ft(this).output}get gradient(){return ft(this).gradient}get inputs(){return ft(this).inputs}get outputs(){return ft(this).outputs}get gradients(){return ft(this).gradients}get paramCount(){return ft(this).a("param_count")}get learningRate(){return ft(this).G}set learningRate(t){const e=_("learningRate",t)
ft(this).q(ut,{learningRate:e})}clone(){return ft(this)._()}copyFrom(t){ft(this).$(t)}resize(t){return ft(this).aa(t)}update(t,e){return ft(this).ba(t,e)}}
function _t(t,s,...a){const i=t.b[s](...a)
i===e.LORA_E_MEMORY&&r("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.w().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&o(i,s)
t.p()
return i}var yt=class{m
c
d=0
constructor(t,e){this.m=t
this.c=void 0!==(s=e)?I("engine","one of init or createEngine",s,G,"LORA_E_OPTION"):S(N??r("LORA_E_INIT","call `await init()` (or initSync()) first"))
var s}H(t,...e){this.d=_t(this.c,t,...e)
this.c.C?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?o(r,t):r}j(){0===this.d&&o(e.LORA_E_HANDLE,"after free()")}v(){if(0!==this.d){this.c.C?.unregister(this)
this.a("free")
this.d=0}}I(t,e){return{...t,...0===this.d?{freed:!0}:e()}}},bt=t=>g("rank",t,1,64,"LORA_E_SHAPE")
function wt(t,e,s,o){const[{adapters:a}]=t
for(const{adapters:e}of t){e.j()
e.c!==a.c&&r("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===a.in&&e.out===a.out&&e.n===a.n||r("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")}const i=a.J({rank:e}),n={adapter:i,keptEnergy:1,foldError:0}
try{const e=S(i)
e.ca(a)
for(let r=0;r<a.n;r++){const a=t.filter(({adapters:t})=>t.da(r))
a.length>0&&Ot(a,e,r,Number(s),o,n)}}catch(t){i.free()
throw t}return n}function Ot(t,e,r,s,a,i){const n=e.c,h=n.b,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),m=_t(n,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=h.lora_sum_add(m,e.d,r,s)
t<0&&o(t,"sum")}const n=h.lora_sum_take(m,e.d,r,s,a)
n<0&&o(n,"sum")
i.keptEnergy=Math.min(i.keptEnergy,h.lora_sum_kept(m))
i.foldError=Math.max(i.foldError,h.lora_sum_lost(m))}finally{h.lora_free(m)}}var At=["A","B"],vt=(t,e)=>g(t,e,1,8192,"LORA_E_SHAPE"),Et=class t extends yt{constructor(t,e,s,o,a){super(t,e.engine)
const{engine:i}=e
this.J=t=>a({...this.x(),engine:i,...t})
this.ea=s
this.n=s+o
const{dim:n}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===n?2:0)&&r("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const h=void 0===n?vt("in",e.in):vt("dim",n),c=void 0===n?vt("out",e.out):h,u=g("rank",e.rank,1,64,"LORA_E_SHAPE"),d=f("alpha",e.alpha),l=g("batch",e.batch,1,1024),m=w("optimizer",e.optimizer,pt),p=g("seed",e.seed,0,2**32-1),y=O("sharedIO",e.sharedIO),b=void 0!==n
this.H("lora_create",h,c,u,d,void 0===e.learningRate?mt[pt[m]](h):_("learningRate",e.learningRate),m,p,Number(b)+2*Number(y),s,o,l)
this.dim=h
this.in=h
this.out=c
this.rank=u
this.alpha=d
this.batch=l
this.seed=p
this.sharedIO=y
this.residual=b
this.optimizer=pt[m]
m===pt.indexOf("adamw")&&void 0===e.weightDecay&&(e.weightDecay=.01)
try{this.q(ut,Object.fromEntries([...ct.keys(),"betas"].filter(t=>void 0!==e[t]).map(t=>[t,e[t]])))}catch(t){this.v()
throw t}}x(){const{rank:t,alpha:e,batch:r,seed:s,sharedIO:o,optimizer:a}=this
return{...this.residual?{dim:this.dim}:{in:this.in,out:this.out},rank:t,alpha:e,batch:r,seed:s,sharedIO:o,optimizer:a}}h(t={}){const{in:e,out:r,rank:s,alpha:o,optimizer:a}=this,i=this.residual?{dim:e}:{in:e,out:r}
return this.I({...i,rank:s,alpha:o,optimizer:a},()=>({learningRate:this.G,...t}))}get G(){return this.a("option",0,0)}q(t,s){for(const[a,i,n]of function(t){const e=v("options",t,lt),s=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||d("betas","an array of two numbers",e.betas)
const[t,o]=e.betas.map(t=>_("betas",t))
t<1&&o<1&&t**2<o||r("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
s.push(["betas",4,0],["betas",5,o],["betas",4,t])}for(const[t,r]of ct)void 0!==e[t]&&s.push([t,r,_(t,e[t])])
return s}(s)){const s=this.c.b.lora_set_option(this.d,t,i,n)
s===e.LORA_E_RANGE&&r("LORA_E_RANGE",`${a} is out of its range, got ${n}; see the types`)
s<0&&o(s,a)}}K(t){const e=e=>this.a("option",t,e)
return{...Object.fromEntries([...ct].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}ca(t){const{b:e}=this.c
for(let r=0;r<this.n;r++){const s=(s,a=t.a("option",r,s))=>{const i=e.lora_set_option(this.d,r,s,a)
i<0&&o(i,"options")}
s(4,0)
s(5)
for(const t of ct.values())s(t)}}da(t){if(1===this.n||t>=this.ea)return!0
this.a("read_numbers",t)
const e=this.c
e.p()
return 1===new Float64Array(e.g.buffer,e.g.byteOffset)[4]}L(e,s){const o=I(s,"an adapter like this one",e,t)
this.j()
o.j()
o.c!==this.c&&r("LORA_E_OPTION",`${s}: the two are in different engines`)
return o}_(){this.j()
const t=this.J({})
try{S(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}$(t){const s=this.L(t,"copyFrom"),a=this.c.b.lora_copy(this.d,s.d,0)
a===e.LORA_E_SHAPE&&r("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone")
a<0&&o(a,"copyFrom")}aa(t){return wt([{adapters:this,weight:1}],bt(t),!1,0).adapter}ba(t,e={}){const r=this.L(t,"update"),{rank:s,maxNorm:o}=v("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return wt([{adapters:this,weight:1},{adapters:r,weight:-1}],bt(s),!1,_("update: maxNorm",o))}M(t,e,r){const{b:s,g:a}=this.c,i=new Float32Array(e)
for(let e=0;e<this.out;e++){const n=i.subarray(e*this.in,(e+1)*this.in)
a.set(n)
const h=s.lora_merge_row(this.d,t,e,r)
h<0&&o(h,"merge")
n.set(a.subarray(0,this.in))}return i}r(t,e,r){l("W (out, in)",e,this.out*this.in)
e.set(this.M(t,e,r))
return e}N(t){return this.M(t,new Float32Array(this.out*this.in),1)}O(t){const[e,r]=At.map((e,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let e=0;e<this.rank;e++){this.a("read_row",t,r,e)
o.set(this.c.g.subarray(0,s),e*s)}return o})
return{A:e,B:r}}P(t,e){const{A:r,B:s}=v("setWeights",e,{A:void 0,B:void 0})
l("setWeights: A (rank, in)",r,this.rank*this.in)
l("setWeights: B (rank, out)",s,this.rank*this.out)
const{b:a,g:i}=this.c
for(const e of[!1,!0])[r,s].forEach((r,s)=>{const n=0===s?this.in:this.out
for(let h=0;h<this.rank;h++){i.set(r.subarray(h*n,(h+1)*n))
const c=e?a.lora_write_row(this.d,t,s,h):a.lora_check(n)
c<0&&o(c,"setWeights")}})}},Rt=["mse","huber","cosine"],Lt=["sum","mean"],kt={loss:"mse",delta:1,reduction:"sum"},jt={temperature:void 0,margin:void 0},St=class extends Et{k=new Float32Array(0)
s=this.k
Q=this.k
l=[]
t=this.k
u=1
i(){this.j()
if(0!==this.k.length)return
const t=this.c
this.l=["input","output","gradient"].map((e,r)=>{const s=0===r?this.in:this.out,o=t.b[`lora_${e}`](this.d)
return Array.from({length:this.batch},(e,r)=>{return t.o(o+r*(a=s,16*Math.ceil(a/16))*4,s)
var a})});[this.k,this.s,this.Q]=this.l.map(([t])=>t)
this.l.forEach(Object.freeze)}get input(){this.i()
return this.k}get output(){this.i()
return this.s}get gradient(){this.i()
return this.Q}get inputs(){this.i()
return this.l[0]}get outputs(){this.i()
return this.l[1]}get gradients(){this.i()
return this.l[2]}R(t,e,r){const s=this.c
let a=0
if(void 0!==e||void 0!==r){l("forward: x",e,this.in)
void 0!==r&&l("forward: out",r,this.out)
s.g.set(e)
a=1}const i=s.b.lora_forward(this.d,t,1,a)
i<0&&o(i,"forward")
if(void 0!==e){this.i()
if(void 0===r)return new Float32Array(this.s)
r.set(this.s)
return r}}S(t,e){const r=this.c
let s=0
if(void 0!==e){l("adapt: gradient",e,this.out)
r.g.set(e)
s=1}const a=r.b.lora_adapt(this.d,t,1,s)
a<0&&o(a,"adapt")}T(t,e=this.batch,r){const s=this.c,a="number"==typeof e,i=a?g("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):m("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&l("forwardBatch: out",r,i*this.out)
a||s.g.set(e)
const n=s.b.lora_forward(this.d,t,i,a?0:1)
n<0&&o(n,"forwardBatch")
this.u=i
if(a&&void 0===r)return
const h=this.fa(i)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}fa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.t.length===s&&this.t.byteOffset===r||(this.t=e.o(r,s))
return this.t}U(t,e){const r=this.c
let s=this.u
if(void 0!==e){s=m("adaptBatch: G",e,this.out,this.batch)
r.g.set(e)}const a=r.b.lora_adapt(this.d,t,s,void 0===e?0:1)
a<0&&o(a,"adaptBatch")}y(t,e,s,a,i){const n=this.c
let h=0,c=1,u=0
if(void 0!==i){const t=v("learn",i,kt)
h=w("loss",t.loss,Rt)
u=w("reduction",t.reduction,Lt)
c=y("delta",t.delta)
1===u&&h===Rt.indexOf("cosine")&&r("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}l("learn: x",e,a*this.in)
l("learn: target",s,a*this.out)
n.g.set(e)
n.g.set(s,e.length)
const d=n.b.lora_learn(this.d,t,a,h,c,u)
d<-1&&o(d,"learn")
this.u=a
return d}V(t,e,r,s){const o=m("learnBatch: X",e,this.in,this.batch)
return this.y(t,e,r,o,s)}z(t,e,s,a,i,n={}){const h=this.c,{temperature:c,margin:u}=v("contrast",n,jt)
void 0!==c&&void 0!==u&&r("LORA_E_OPTION","contrast: give temperature (InfoNCE) or margin (triplet), not both")
l("contrast: query",e,i*this.in)
l("contrast: positive",s,i*this.out)
const d=i+(void 0===a?0:m("contrast: negatives",a,this.out,65536-i))
d<2&&r("LORA_E_SHAPE","contrast: give at least one negative")
const p=h.b.lora_reserve(this.d,i,d)
p<0&&o(p,"contrast")
h.p()
const f=h.g
f.set(e)
f.set(s,e.length)
void 0!==a&&f.set(a,e.length+s.length)
const g=h.b.lora_contrast(this.d,t,i,d,Number(void 0!==u),void 0!==u?y("margin",u):y("temperature",c??.07))
g<-1&&o(g,"contrast")
this.u=i
return g}W(t,e,r,s,o){const a=m("contrastBatch: queries",e,this.in,this.batch)
return this.z(t,e,r,s,a,o)}X(t,e){const r=this.c
if(void 0!==e){l("accumulate: gradient",e,this.out)
r.g.set(e)}const s=r.b.lora_accumulate(this.d,t,1,void 0===e?0:1)
s<0&&o(s,"accumulate")}Y(t,e){this.a("adapt_with_reward",t,f("reward",e))}},It="MicroLoRA",Nt=t=>S(t),$t=t=>new MicroLoRA(t),Mt=class extends St{h(){return super.h({adaptCount:Nt(this).a("adapt_count",0),forwardCount:Nt(this).a("forward_count",0),deltaNorm:Nt(this).a("delta_norm",0)})}},MicroLoRA=class extends gt{constructor(t){const e=v(It,t,dt)
super(new Mt(It,e,1,0,$t))}forward(t,e){return Nt(this).R(0,t,e)}adapt(t){Nt(this).S(0,t)}forwardBatch(t,e){return Nt(this).T(0,t,e)}adaptBatch(t){Nt(this).U(0,t)}learn(t,e,r){return Nt(this).y(0,t,e,1,r)}learnBatch(t,e,r){return Nt(this).V(0,t,e,r)}contrast(t,e,r,s){return Nt(this).z(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return Nt(this).W(0,t,e,r,s)}accumulate(t){Nt(this).X(0,t)}step(){Nt(this).a("step",0)}decayToBase(t){Nt(this).a("decay_to_base",0,b(t))}setOptions(t){Nt(this).q(ut,t)}
getOptions(){return Nt(this).K(0)}adaptWithReward(t){Nt(this).Y(0,t)}get deltaNorm(){return Nt(this).a("delta_norm",0)}get adaptCount(){return Nt(this).a("adapt_count",0)}get forwardCount(){return Nt(this).a("forward_count",0)}getWeights(){return Nt(this).O(0)}setWeights(t){Nt(this).P(0,t)}delta(){return Nt(this).N(0)}mergeInto(t){return Nt(this).r(0,t,1)}unmergeFrom(t){return Nt(this).r(0,t,-1)}reset(){Nt(this).a("reset",ut)}
},Ft=t=>Object.freeze(t.split(" ")),xt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Pt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),
vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),Bt=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Tt="ScopedLoRA",Ct=t=>S(t),Dt={...dt,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=t=>new ScopedLoRA(t),zt=class extends St{constructor(t){const e=v(Tt,t,Dt),s=void 0===e.scopes?xt:function(t){
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||d("scopes","an array of names",t)
g("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&r("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),o=new Map(s.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Pt:{})
const n=function(t,e){A(t)&&Object.values(t).every(Array.isArray)||d("categories","an object of arrays of scope names",t)
const s=/* @__PURE__ */new Set,o=t=>{const o=e.get(t)
void 0===o&&r("LORA_E_SCOPE",`categories: there is no scope ${i(t)}${h(t,[...e.keys()])}`)
s.has(o)&&r("LORA_E_OPTION",`categories: ${a(t)} is there twice`)
s.add(o)
return o}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(o))}(e.categories,o),c=O("categoryFallback",e.categoryFallback)
super(Tt,e,s.length,n.length,Wt)
this.scopes=s
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ga=o
this.categoryFallback=c
n.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(c)}x(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.x(),scopes:t,categories:e,categoryFallback:r}}h(){return{...super.h({totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}),scopes:this.scopes,categoryFallback:this.categoryFallback}}Z(t){this.a("set_category_fallback",Number(O("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ga.get(t)??r("LORA_E_SCOPE",`there is no scope ${a(t)}${h(t,this.scopes)}`):g("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},ScopedLoRA=class extends gt{constructor(t){super(new zt(t))}get scopes(){return Ct(this).scopes}get categories(){return Ct(this).categories}scopeName(t){const e=Ct(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){const s=Ct(this)
return s.R(s.f(t),e,r)}adapt(t,e){const r=Ct(this)
r.S(r.f(t),e)}forwardBatch(t,e,r){const s=Ct(this)
return s.T(s.f(t),e,r)}adaptBatch(t,e){const r=Ct(this)
r.U(r.f(t),e)}learn(t,e,r,s){const o=Ct(this)
return o.y(o.f(t),e,r,1,s)}learnBatch(t,e,r,s){const o=Ct(this)
return o.V(o.f(t),e,r,s)}contrast(t,e,r,s,o){const a=Ct(this)
return a.z(a.f(t),e,r,s,1,o)}contrastBatch(t,e,r,s,o){const a=Ct(this)
return a.W(a.f(t),e,r,s,o)}accumulate(t,e){const r=Ct(this)
r.X(r.f(t),e)}step(t){const e=Ct(this)
e.a("step",e.f(t))}decayToBase(t,e){const r=Ct(this)
r.a("decay_to_base",r.f(t),b(e))}setOptions(t,e){const r=Ct(this)
r.q(void 0===e?ut:r.f(e),t)}getOptions(t){const e=Ct(this)
return e.K(e.f(t))}adaptWithReward(t,e){const r=Ct(this)
r.Y(r.f(t),e)}deltaNorm(t){const e=Ct(this)
return e.a("delta_norm",e.f(t))}adaptCount(t){const e=Ct(this)
return e.a("adapt_count",e.f(t))}forwardCount(t){const e=Ct(this)
return e.a("forward_count",e.f(t))}get totalAdaptCount(){return Ct(this).a("total_adapt_count")}get totalForwardCount(){return Ct(this).a("total_forward_count")}get categoryFallback(){return Ct(this).categoryFallback}set categoryFallback(t){Ct(this).Z(t)}getWeights(t){const e=Ct(this)
return e.O(e.f(t))}setWeights(t,e){const r=Ct(this)
r.P(r.f(t),e)}delta(t){const e=Ct(this)
return e.N(e.f(t))}mergeInto(t,e){const r=Ct(this)
return r.r(r.f(t),e,1)}unmergeFrom(t,e){const r=Ct(this)
return r.r(r.f(t),e,-1)}reset(t){const e=Ct(this)
e.a("reset",void 0===t?ut:e.f(t))}},Ht="TrajectoryBuffer",Gt=t=>S(t),Ut=2**32-1,Jt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const s=f(t,e)
s<=0&&r("LORA_E_RANGE",`${t} must be above 0, got ${s}`)
return s}var Yt=["operator","attention"],Vt=class extends yt{constructor(t){const e=v(Ht,t,Jt)
super(Ht,e.engine)
this.capacity=g("capacity",e.capacity,1,Ut)
this.dim=g("dim",e.dim,1,8192,"LORA_E_SHAPE")
this.operators=g("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}h(){const{capacity:t,dim:e,operators:r}=this
return this.I({capacity:t,dim:e,operators:r},()=>({length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}))}},TrajectoryBuffer=class extends F{constructor(t){const e=new Vt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
j(this)}record(t,e,r,s,a){const i=Gt(this)
l("embedding",t,i.dim)
g("operator",e,0,i.operators-1)
g("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",a)
const{b:n,g:h}=i.c
h.set(t)
const c=n.lora_trajectory_record(i.d,e,r,s,a)
c<0&&o(c,"record")}get length(){return Gt(this).a("trajectory_length")}get totalCount(){return Gt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Gt(this).a("trajectory_success_rate")}get bestImprovement(){return Gt(this).a("trajectory_best_improvement")}get meanImprovement(){return Gt(this).a("trajectory_mean_improvement")}get variance(){return Gt(this).a("trajectory_variance")}get bestAttention(){return Gt(this).a("trajectory_best_attention")}
highQualityCount(t){return Gt(this).a("trajectory_high_quality_count",f("threshold",t))}countByOperator(t){const e=Gt(this)
g("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Gt(this)
g("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&d("filter: keep","a function",t)
return[...this].filter(t)}top(t){g("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Gt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=w("statistics: by",t,Yt),r=(t,r)=>Gt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){g("sample: count",t,0,Ut)
const s=v("sample",e,{by:"uniform",seed:1}),o=1===w("sample: by",s.by,["uniform","improvement"]),a=g("sample: seed",s.seed,0,2**32-1)
t>0&&this.isEmpty&&r("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Gt(this).a("trajectory_draw",Number(o),a,e)))}reset(){Gt(this).a("trajectory_reset")}}
function Qt(t,e={}){Array.isArray(t)&&0!==t.length||d("average: the argument","a list of { adapter, weight }, not empty",t)
const s=t.map(t=>{A(t)||d("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=v("average",t,{adapter:void 0,weight:1})
return{adapters:I("average: adapter","a MicroLoRA or ScopedLoRA",e,Et),weight:_("average: weight",r)}})
s.every(({weight:t})=>0===t)&&r("LORA_E_RANGE","average: one weight at least must be above 0")
const o=Math.max(...s.map(({adapters:t})=>t.rank)),{rank:a}=v("average",e,{rank:o})
return wt(s,bt(a),!0,0)}function Xt(t,e,s){if(e instanceof Float32Array)return e
const o=null!==e&&"object"==typeof e?Array.from(e):[]
0!==o.length&&o.every(t=>"number"==typeof t)||r("LORA_E_TYPE",`${t} must be an array of ${s} numbers`)
const a=Float32Array.from(o)
l(t,a,s)
return a}var Kt=class{constructor(t,e){this.m=t
this.e=e}h(){return S(this.e).h()}v(){this.e.free()}},Zt=class extends Kt{#e
#r
#s=!1
#o=-1
#a=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Xt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#a[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#a[t]??0}get hiddenInAll(){return this.#a.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#a=[]:this.#a[t]=0}},te=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),ee=t=>S(t),WasmMicroLoRA=class extends F{constructor(t,e,r){const s=new MicroLoRA(te(t,e,r))
super(new Zt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(){ee(this).forward(0)}forward_array(t){return ee(this).forwardArray(0,t)}adapt(){ee(this).prepare(0)
ee(this).e.adapt()}adapt_array(t){const e=Xt("adapt_array: gradient",t,ee(this).e.dim)
ee(this).prepare(0)
ee(this).e.adapt(e)}adapt_with_reward(t){ee(this).prepare(0)
ee(this).e.adaptWithReward(t)}delta_norm(){return ee(this).e.deltaNorm}adapt_count(){return BigInt(ee(this).e.adaptCount)}forward_count(){return BigInt(ee(this).e.forwardCount-ee(this).hidden(0))}param_count(){return ee(this).e.paramCount}dim(){return ee(this).e.dim}reset(){ee(this).e.reset()
ee(this).reset()}},re=t=>S(t),WasmScopedLoRA=class extends F{constructor(t,e,r){const s=new ScopedLoRA(te(t,e,r))
super(new Zt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?xt[t]:void 0)??r("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return re(this).inputAddress}get_output_ptr(){return re(this).outputAddress}forward(t){re(this).forward(t)}forward_array(t,e){return re(this).forwardArray(t,e)}adapt(t){re(this).prepare(t)
re(this).e.adapt(t)}adapt_array(t,e){const r=Xt("adapt_array: gradient",e,re(this).e.dim)
re(this).prepare(t)
re(this).e.adapt(t,r)}adapt_with_reward(t,e){re(this).prepare(t)
re(this).e.adaptWithReward(t,e)}delta_norm(t){return re(this).e.deltaNorm(t)}adapt_count(t){return BigInt(re(this).e.adaptCount(t))}forward_count(t){return BigInt(re(this).e.forwardCount(t)-re(this).hidden(t))}total_adapt_count(){return BigInt(re(this).e.totalAdaptCount)}total_forward_count(){return BigInt(re(this).e.totalForwardCount-re(this).hiddenInAll)}set_category_fallback(t){re(this).e.categoryFallback=t
re(this).forget()}reset_scope(t){re(this).e.reset(t)
re(this).reset(t)}reset_all(){re(this).e.reset()
re(this).reset()}},se=t=>S(t).e,WasmTrajectoryBuffer=class extends F{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Kt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const a=Xt("record: embedding",t,se(this).dim)
se(this).record(a,e,r,s,o)}success_rate(){return se(this).successRate}best_improvement(){return se(this).bestImprovement}mean_improvement(){return se(this).meanImprovement}variance(){return se(this).variance}best_attention(){return se(this).bestAttention}high_quality_count(t){return se(this).highQualityCount(t)}count_by_operator(t){return se(this).countByOperator(t)}len(){return se(this).length}total_count(){return BigInt(se(this).totalCount)}is_empty(){return se(this).isEmpty}reset(){
se(this).reset()}}
export{Pt as DEFAULT_CATEGORIES,xt as DEFAULT_SCOPES,LoraError,MicroLoRA,Bt as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,Qt as average,ht as createEngine,it as default,nt as initSync}

